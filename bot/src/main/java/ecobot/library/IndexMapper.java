package ecobot.library;

import ecobot.library.Candidates.Candidate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

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

    @Insert("""
            insert into material_index (material_id, version, tokens, plain)
            values (#{id}, #{version}, #{tokens}, #{plain})
                on duplicate key update
                   version = greatest(version + 1, values(version)),
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
