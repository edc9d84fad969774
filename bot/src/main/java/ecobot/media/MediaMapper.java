package ecobot.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Contents, and the wishes for them. */
@Mapper
interface MediaMapper {

    @Select("""
            select count(*)
              from media_blob
             where hash = #{hash}
            """)
    boolean holds(String hash);

    @Insert("""
            insert into media_blob (hash, content_type, size, kept_at, bytes)
            values (#{content.hash}, #{content.contentType}, #{size}, #{now}, #{content.bytes})
            on duplicate key update hash = values(hash)
            """)
    void keep(Media.Content content, int size, Instant now);

    @Select("""
            select hash, content_type, bytes
              from media_blob
             where hash = #{hash}
            """)
    Media.@Nullable Content find(String hash);

    @Insert("""
            <script>
            insert into media_fetch (robot_code, code_hash, download_code, not_before, wanted_at)
            values
            <foreach item="wish" collection="wishes" separator=",">
                (#{wish.robotCode}, #{wish.codeHash}, #{wish.downloadCode}, #{now}, #{now})
            </foreach>
            on duplicate key update id = id
            </script>
            """)
    void want(Collection<Wish> wishes, Instant now);

    @Select("""
            select id
              from media_fetch
             where robot_code = #{robotCode}
               and code_hash = #{codeHash}
            """)
    long idOf(Wish wish);

    @Select("""
            select id, state, hash, reason
              from media_fetch
             where id = #{id}
            """)
    Media.@Nullable Fetch fetch(long id);

    @Select("""
            select id, robot_code, download_code, attempts, wanted_at
              from media_fetch
             where state = 'WANTED'
               and not_before <= #{now}
             order by not_before, id
             limit #{limit}
            """)
    List<DueFetch> due(Instant now, int limit);

    /** An attempt is taken by whoever moves the row on first. */
    @Update("""
            update media_fetch
               set attempts = attempts + 1, not_before = #{lostAt}
             where id = #{fetch.id}
               and attempts = #{fetch.attempts}
               and state = 'WANTED'
            """)
    int begin(DueFetch fetch, Instant lostAt);

    @Update("""
            update media_fetch
               set not_before = #{notBefore}
             where id = #{id}
               and state = 'WANTED'
            """)
    int again(long id, Instant notBefore);

    @Update("""
            update media_fetch
               set state = 'HELD', hash = #{hash}, ended_at = #{now}, download_code = null
             where id = #{id}
               and state = 'WANTED'
            """)
    int held(long id, String hash, Instant now);

    @Update("""
            update media_fetch
               set state = 'FAILED', reason = #{reason}, ended_at = #{now}, download_code = null
             where id = #{id}
               and state = 'WANTED'
            """)
    int failed(long id, String reason, Instant now);

    /** A wish as it is stored; the hash of the code is what makes it one. */
    record Wish(String robotCode, String codeHash, String downloadCode) {}

    /** A wish to be fulfilled now. */
    record DueFetch(long id, String robotCode, String downloadCode, int attempts, Instant wantedAt) {}
}
