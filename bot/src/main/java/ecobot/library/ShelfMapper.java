package ecobot.library;

import ecobot.library.Material.State;
import java.time.Instant;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is written to the shelf. */
@Mapper
interface ShelfMapper {

    @Insert("""
            insert into material (file_key, file_hash, category, state, title, summary, body, source, url, document_number, issued_on, effective_on,
                   tags, revises, written_by, created_at, published_at)
            values (#{m.fileKey}, #{m.fileHash}, #{m.content.category}, #{m.state}, #{m.content.title}, #{m.content.summary}, #{m.content.body},
                   #{m.content.source}, #{m.content.url}, #{m.content.documentNumber}, #{m.content.issuedOn}, #{m.content.effectiveOn},
                   #{m.content.tagLines}, #{m.revises}, #{m.writtenBy}, #{m.createdAt}, #{m.publishedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "m.id")
    void insert(@Param("m") NewMaterial m);

    @Update("""
            update material
               set category = #{content.category},
                   title = #{content.title},
                   summary = #{content.summary},
                   body = #{content.body},
                   source = #{content.source},
                   url = #{content.url},
                   document_number = #{content.documentNumber},
                   issued_on = #{content.issuedOn},
                   effective_on = #{content.effectiveOn},
                   tags = #{content.tagLines}
             where id = #{id}
            """)
    void rewrite(@Param("id") long id, @Param("content") Content content);

    @Select("""
            select id, state, file_hash
              from material
             where file_key = #{key}
            """)
    @Nullable
    Kept byKey(@Param("key") String key);

    @Update("""
            update material
               set file_hash = #{hash}
             where id = #{id}
            """)
    void seen(@Param("id") long id, @Param("hash") String hash);

    /** A draft of other words for {@code id} that is still open. */
    @Select("""
            select id
              from material
             where revises = #{id}
               and state in ('DRAFT', 'REVIEWED')
             order by id desc
             limit 1
            """)
    @Nullable
    Long revisionOf(@Param("id") long id);

    @Select("""
            select id, state, supersedes, revises, reviewed_by
              from material
             where id = #{id}
               for update
            """)
    @Nullable
    Standing lock(@Param("id") long id);

    @Update("""
            update material
               set state = #{state}
             where id = #{id}
            """)
    void state(@Param("id") long id, @Param("state") State state);

    /** Makes it readable, or readable again. The first time counts: a material that comes back keeps its place in the order. */
    @Update("""
            update material
               set state = case when superseded_by is null then 'PUBLISHED' else 'SUPERSEDED' end,
                   published_at = coalesce(published_at, #{at})
             where id = #{id}
            """)
    void publish(@Param("id") long id, @Param("at") Instant at);

    @Update("""
            update material
               set state = 'REVIEWED',
                   published_at = #{publishedAt}
             where id = #{id}
            """)
    void unpublish(@Param("id") long id, @Param("publishedAt") @Nullable Instant publishedAt);

    /** Whose words these are from now on; nobody has reviewed them. */
    @Update("""
            update material
               set written_by = #{memberId},
                   reviewed_by = null,
                   state = 'DRAFT'
             where id = #{id}
            """)
    void writer(@Param("id") long id, @Param("memberId") long memberId);

    /** Notes on which file's words of what it revises a draft is based. */
    @Update("""
            update material d
              join material b on b.id = d.revises
               set d.base_hash = b.file_hash
             where d.id = #{id}
            """)
    void base(@Param("id") long id);

    /** Whether what a draft revises has the words of another file by now. */
    @Select("""
            select count(*) > 0
              from material d
              join material b on b.id = d.revises
             where d.id = #{id}
               and not (d.base_hash <=> b.file_hash)
            """)
    boolean isBaseChanged(@Param("id") long id);

    /** Notes that some of the words are theirs. */
    @Insert("""
            insert into material_writer (material_id, member_id)
            values (#{id}, #{memberId})
                on duplicate key update
                   member_id = values(member_id)
            """)
    void wrote(@Param("id") long id, @Param("memberId") long memberId);

    /** Ids of everybody whose words are in it since it was last published. */
    @Select("""
            select member_id
              from material_writer
             where material_id = #{id}
            """)
    Set<Long> writers(@Param("id") long id);

    @Delete("""
            delete from material_writer
             where material_id = #{id}
            """)
    void forgetWriters(@Param("id") long id);

    @Insert("""
            insert into material_word (word, material_id)
            select word, #{to}
              from material_word
             where material_id = #{from}
            """)
    void copyWords(@Param("from") long from, @Param("to") long to);

    @Insert("""
            insert into material_kind (material_id, kind)
            select #{to}, kind
              from material_kind
             where material_id = #{from}
            """)
    void copyKinds(@Param("from") long from, @Param("to") long to);

    @Insert("""
            insert into material_question (material_id, number, question, options, answer, explanation)
            select #{to}, q.number, q.question, q.options, q.answer, q.explanation
              from material_question q
             where q.material_id = #{from}
                on duplicate key update
                   question = q.question,
                   options = q.options,
                   answer = q.answer,
                   explanation = q.explanation
            """)
    void copyQuestions(@Param("from") long from, @Param("to") long to);

    @Select("""
            select coalesce(max(number), 0)
              from material_question
             where material_id = #{id}
            """)
    int lastQuestion(@Param("id") long id);

    @Update("""
            update material
               set reviewed_by = #{memberId}
             where id = #{id}
            """)
    void reviewer(@Param("id") long id, @Param("memberId") @Nullable Long memberId);

    @Update("""
            update material
               set supersedes = #{olderId}
             where id = #{id}
            """)
    void announce(@Param("id") long id, @Param("olderId") @Nullable Long olderId);

    /** @return 0 when something has replaced it already */
    @Update("""
            update material
               set superseded_by = #{newerId},
                   state = case when state = 'PUBLISHED' then 'SUPERSEDED' else state end
             where id = #{olderId}
               and id <> #{newerId}
               and superseded_by is null
            """)
    int supersede(@Param("olderId") long olderId, @Param("newerId") long newerId);

    @Update("""
            update material
               set state = case when state = 'SUPERSEDED' then 'PUBLISHED' else state end,
                   superseded_by = null
             where id = #{olderId}
               and superseded_by = #{newerId}
            """)
    int restore(@Param("olderId") long olderId, @Param("newerId") long newerId);

    @Delete("""
            delete from material_word
             where material_id = #{id}
            """)
    void forgetWords(@Param("id") long id);

    @Insert("""
            insert into material_word (word, material_id)
            values (#{word}, #{id})
            """)
    void word(@Param("id") long id, @Param("word") String word);

    @Delete("""
            delete from material_kind
             where material_id = #{id}
            """)
    void forgetKinds(@Param("id") long id);

    @Insert("""
            insert into material_kind (material_id, kind)
            values (#{id}, #{kind})
            """)
    void kind(@Param("id") long id, @Param("kind") String kind);

    @Insert("""
            insert into material_question (material_id, number, question, options, answer, explanation)
            values (#{id}, #{q.number}, #{q.question}, #{options}, #{q.answer}, #{q.explanation})
                on duplicate key update
                   question = values(question),
                   options = values(options),
                   answer = values(answer),
                   explanation = values(explanation)
            """)
    void question(@Param("id") long id, @Param("q") QuizQuestion q, @Param("options") String options);

    @Delete("""
            delete from material_question
             where material_id = #{id}
               and number > #{last}
            """)
    void forgetQuestions(@Param("id") long id, @Param("last") int last);

    @Insert("""
            insert into material_attachment (material_id, position, media_hash, file_name)
            select #{id}, coalesce(max(position), 0) + 1, #{file.hash}, #{file.fileName}
              from material_attachment
             where material_id = #{id}
            """)
    void attach(@Param("id") long id, @Param("file") Attachment file);

    /** @param fileHash null before the file was ever taken */
    record Kept(long id, State state, @Nullable String fileHash) {}

    /** What decides what may become of a material. */
    record Standing(
            long id,
            State state,
            @Nullable Long supersedes,
            @Nullable Long revises,
            @Nullable Long reviewedBy) {

        /** Whether it may still be written to. */
        boolean isOpen() {
            return state == State.DRAFT || state == State.REVIEWED;
        }
    }
}
