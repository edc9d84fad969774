package ecobot.media;

import ecobot.picture.Position;
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

    @Update("""
            update media_blob
               set thumbnail_hash = #{thumbnailHash}
             where hash = #{hash}
               and thumbnail_hash is null
            """)
    int setThumbnail(String hash, String thumbnailHash);

    @Select("""
            select t.hash, t.content_type, t.bytes
              from media_blob b
              join media_blob t on t.hash = b.thumbnail_hash
             where b.hash = #{hash}
            """)
    Media.@Nullable Content thumbnail(String hash);

    @Insert("""
            <script>
            insert into media_fetch (robot_code, code_hash, download_code, as_picture, not_before, wanted_at)
            values
            <foreach item="wish" collection="wishes" separator=",">
                (#{wish.robotCode}, #{wish.codeHash}, #{wish.downloadCode}, #{wish.asPicture}, #{now}, #{now})
            </foreach>
            on duplicate key update as_picture = as_picture or values(as_picture)
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
            select id, state, hash, reason, taken_at, latitude, longitude
              from media_fetch
             where id = #{id}
            """)
    @Nullable
    FetchRow fetch(long id);

    @Select("""
            <script>
            select id, state, hash, reason, taken_at, latitude, longitude
              from media_fetch
             where id in
            <foreach item="id" collection="ids" open="(" separator=", " close=")">#{id}</foreach>
               and state in ('HELD', 'FAILED')
             order by id
            </script>
            """)
    List<FetchRow> ended(Collection<Long> ids);

    @Select("""
            select id, robot_code, download_code, as_picture, attempts, wanted_at
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
               set state = 'HELD', hash = #{hash}, taken_at = #{takenAt}, latitude = #{position.latitude},
                   longitude = #{position.longitude}, ended_at = #{now}, download_code = null
             where id = #{id}
               and state = 'WANTED'
            """)
    int held(long id, String hash, @Nullable Instant takenAt, @Nullable Position position, Instant now);

    @Update("""
            update media_fetch
               set state = 'FAILED', reason = #{reason}, ended_at = #{now}, download_code = null
             where id = #{id}
               and state = 'WANTED'
            """)
    int failed(long id, Media.Fetch.Reason reason, Instant now);

    /** A wish as it is stored; the hash of the code is what makes it one. */
    record Wish(String robotCode, String codeHash, String downloadCode, boolean asPicture) {}

    /** A wish to be fulfilled now. */
    record DueFetch(
            long id, String robotCode, String downloadCode, boolean asPicture, int attempts, Instant wantedAt) {}

    /** A fetch as it is stored. */
    record FetchRow(
            long id,
            Media.Fetch.State state,
            @Nullable String hash,
            Media.Fetch.@Nullable Reason reason,
            @Nullable Instant takenAt,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        Media.Fetch toFetch() {
            var position = latitude == null || longitude == null ? null : new Position(latitude, longitude);
            return new Media.Fetch(id, state, hash, reason, takenAt, position);
        }
    }
}
