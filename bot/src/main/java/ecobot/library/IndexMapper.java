package ecobot.library;

import ecobot.library.Candidates.Candidate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The index of what can be found. */
@Mapper
interface IndexMapper {

    /** @param tokens as the full-text index's boolean mode wants them */
    @Select("""
            select material_id, version
              from material_index
             where match (tokens) against (#{tokens} in boolean mode)
            """)
    List<Candidate> matching(@Param("tokens") String tokens);

    @Select("""
            select material_id, version
              from material_index
            """)
    List<Candidate> all();

    /** How much text there is. */
    @Select("""
            select coalesce(sum(characters), 0)
              from material_index
            """)
    long characters();

    /** The version of the newest entry, or of the last that was taken out. */
    @Select("""
            select version
              from material_index_state
             where id = 1
            """)
    long version();

    /** Begins a change of the index; others wait until it is committed, so that versions are seen in order. */
    @Update("""
            update material_index_state
               set version = greatest(version + 1, #{least})
             where id = 1
            """)
    void nextVersion(@Param("least") long least);

    @Insert("""
            insert into material_index (material_id, version, characters, tokens, plain)
            values (#{id}, #{version}, char_length(#{plain}), #{tokens}, #{plain})
                on duplicate key update
                   version = values(version),
                   characters = values(characters),
                   tokens = values(tokens),
                   plain = values(plain)
            """)
    void put(
            @Param("id") long id,
            @Param("version") long version,
            @Param("tokens") String tokens,
            @Param("plain") String plain);

    @Delete("""
            delete from material_index
             where material_id = #{id}
            """)
    void remove(@Param("id") long id);

    @Select("""
            <script>
            select i.version as version, m.id, m.category, m.state, m.title, m.summary, m.body, m.source, m.document_number,
                   coalesce(m.effective_on, m.issued_on, cast(m.published_at as date)) as day, m.tags
              from material_index i
              join material m on m.id = i.material_id
             where i.material_id in
            <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<Doc.Row> docs(@Param("ids") Collection<Long> ids);
}
