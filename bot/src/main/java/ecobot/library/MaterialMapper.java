package ecobot.library;

import ecobot.library.Material.Category;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Materials, their files and questions. */
@Mapper
interface MaterialMapper {

    String COLUMNS = """
            select id, category, state, title, summary, body, source, url, document_number, issued_on, effective_on, tags, superseded_by, published_at
              from material
            """;

    @Select(COLUMNS + " where id = #{id}")
    @Nullable
    MaterialRow find(@Param("id") long id);

    @Select(COLUMNS + """
             where category = #{category}
               and state = 'PUBLISHED'
             order by published_at, id
            """)
    List<MaterialRow> published(@Param("category") Category category);

    @Select(COLUMNS + """
             where state = 'PUBLISHED'
             order by published_at desc, dated_on desc, id desc
             limit #{most}
            """)
    List<MaterialRow> newest(@Param("most") int most);

    @Select(COLUMNS + """
             where category = #{category}
               and state = 'PUBLISHED'
             order by published_at desc, dated_on desc, id desc
             limit #{most}
            """)
    List<MaterialRow> newestOf(@Param("category") Category category, @Param("most") int most);

    /** What waits for somebody: the oldest first. */
    @Select("""
            select m.id, m.category, m.state, m.title, m.revises, w.name as writer, m.created_at
              from material m
              left join member w on w.id = m.written_by
             where m.state in ('DRAFT', 'REVIEWED')
             order by m.created_at, m.id
            """)
    List<Waiting> waiting();

    @Select("""
            select count(*)
              from material
             where state = 'PUBLISHED'
            """)
    int countPublished();

    @Select("""
            select count(*)
              from material
             where category = #{category}
               and state = 'PUBLISHED'
            """)
    int countPublishedOf(@Param("category") Category category);

    @Select("""
            select media_hash as hash, file_name
              from material_attachment
             where material_id = #{materialId}
             order by position
            """)
    List<Attachment> attachments(@Param("materialId") long materialId);

    @Select("""
            select number, question, options, answer, explanation
              from material_question
             where material_id = #{materialId}
             order by number
            """)
    List<QuestionRow> questions(@Param("materialId") long materialId);

    /**
     * @param options one a line
     */
    record QuestionRow(int number, String question, String options, int answer, String explanation) {}

    /**
     * A draft in the list of those that wait.
     *
     * @param revises number of the material whose words it would change
     * @param writer null when it came from a file or a feed
     */
    record Waiting(
            long id,
            Category category,
            Material.State state,
            String title,
            @Nullable Long revises,
            @Nullable String writer,
            Instant createdAt) {}
}
