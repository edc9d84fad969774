package ecobot.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The rows of the inbox. */
@Mapper
interface InboxMapper {

    @Select("""
            <script>
            select msg_id
              from inbox
             where robot_code = #{robotCode}
               and msg_id in <foreach item="msgId" collection="msgIds" open="(" separator="," close=")">#{msgId}</foreach>
            </script>
            """)
    List<String> known(String robotCode, Collection<String> msgIds);

    /** A row that another node has just stored stays as it is; every other failure is one. */
    @Insert("""
            <script>
            insert into inbox (robot_code, msg_id, lane, received_at, stored_at, session_url, session_expires_at, message, raw)
            values
            <foreach item="row" collection="rows" separator=",">
                (#{row.robotCode}, #{row.msgId}, #{row.lane}, #{row.receivedAt}, #{row.storedAt},
                 #{row.sessionUrl}, #{row.sessionExpiresAt}, #{row.message}, #{row.raw})
            </foreach>
            on duplicate key update id = id
            </script>
            """)
    void insert(Collection<StoredMessage> rows);

    @Select("""
            select id, robot_code, msg_id, lane, attempts, received_at, stored_at, session_url, session_expires_at, message, raw
              from inbox
             where state = 'NEW'
               and lane = #{lane}
             order by id
             limit #{limit}
            """)
    List<StoredMessage> waiting(String lane, int limit);

    /** The state in the condition is what lets a message be handled once only. */
    @Update("""
            update inbox
               set state = 'DONE', done_at = #{now}, session_url = null, session_expires_at = null
             where id = #{id}
               and state = 'NEW'
            """)
    int done(long id, Instant now);

    @Update("""
            update inbox
               set attempts = attempts + 1
             where id = #{id}
               and state = 'NEW'
            """)
    int failedOnce(long id);

    @Update("""
            update inbox
               set state = 'FAILED', attempts = attempts + 1, done_at = #{now}, error_code = #{errorCode},
                   session_url = null, session_expires_at = null
             where id = #{id}
               and state = 'NEW'
            """)
    int failed(long id, String errorCode, Instant now);

    @Select("""
            select count(*) as waiting, min(stored_at) as oldest_at
              from inbox
             where state = 'NEW'
            """)
    Backlog backlog();

    @Select("""
            select stored_at
              from inbox
             order by id desc
             limit 1
            """)
    @Nullable
    Instant lastStoredAt();

    @Delete("""
            delete from inbox
             where done_at < #{before}
             order by done_at, id
             limit #{limit}
            """)
    int deleteDone(Instant before, int limit);

    /** What waits. */
    record Backlog(int waiting, @Nullable Instant oldestAt) {}
}
