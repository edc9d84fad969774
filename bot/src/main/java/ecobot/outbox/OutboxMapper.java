package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox. Every change names the attempt that it belongs to, so that a node that was paused changes nothing any more. */
@Mapper
interface OutboxMapper {

    @Insert("""
            insert into outbox (post_id, message_key, kind, optional, target, target_id, lane, open_lane, not_before, queued_at,
                                session_url, session_expires_at, content)
            values (#{postId}, #{message.messageKey}, #{message.kind}, #{message.optional}, #{message.target},
                    #{message.targetId}, #{message.lane}, #{message.lane}, #{message.notBefore}, #{message.queuedAt}, #{message.sessionUrl},
                    #{message.sessionExpiresAt}, #{message.content})
            """)
    void insert(StoredOutgoing message, @Nullable Long postId);

    /** The oldest message of each open lane: one step in the index per lane, however many messages wait or were sent. */
    @Select("""
            select o.lane, o.kind, o.not_before
              from (select open_lane, min(id) as id
                      from outbox
                     where open_lane > #{after}
                     group by open_lane
                     order by open_lane
                     limit #{limit}) h
              join outbox o on o.id = h.id
             order by o.lane
            """)
    List<Head> heads(String after, int limit);

    @Select("""
            select id, message_key, kind, optional, target, target_id, lane, state, attempts, tries, not_before, repeat_marked,
                   channel, keyed, pinned, queued_at, attempted_at, session_url, session_expires_at, content
              from outbox
             where open_lane = #{lane}
             order by id
             limit 1
            """)
    @Nullable
    StoredOutgoing head(String lane);

    /** The unique key on sending_lane refuses a second attempt in the lane. */
    @Update("""
            update outbox
               set state = 'SENDING', sending_lane = lane, attempts = attempts + 1, channel = #{plan.channel},
                   keyed = #{plan.keyed}, attempted_at = #{now}, not_before = #{lostAt}
             where id = #{id}
               and attempts = #{attempts}
               and state in ('QUEUED', 'RETRY')
            """)
    int begin(long id, int attempts, Messenger.Plan plan, Instant now, Instant lostAt);

    @Update("""
            update outbox
               set state = 'RETRY', sending_lane = null, tries = #{next.tries}, not_before = #{next.notBefore},
                   repeat_marked = #{next.repeatMarked}, pinned = #{next.pinned}, reason = #{next.reason}
             where id = #{id}
               and attempts = #{attempts}
               and state in ('QUEUED', 'RETRY', 'SENDING')
            """)
    int again(long id, int attempts, Next.Again next);

    @Update("""
            update outbox
               set state = #{next.state}, sending_lane = null, open_lane = null, channel = #{next.channel},
                   platform_id = #{next.platformId}, reason = #{next.reason}, final_at = #{now},
                   session_url = null, session_expires_at = null
             where id = #{id}
               and attempts = #{attempts}
               and state in ('QUEUED', 'RETRY', 'SENDING')
            """)
    int end(long id, int attempts, Next.End next, Instant now);

    @Insert("""
            insert into outbox_ban (lane, channel, until_at)
            values (#{lane}, #{channel}, #{until})
            on duplicate key update until_at = #{until}
            """)
    void ban(String lane, Messenger.Channel channel, Instant until);

    @Select("""
            select channel, until_at
              from outbox_ban
             where lane = #{lane}
               and until_at > #{now}
            """)
    List<Ban> bans(String lane, Instant now);

    @Select("""
            select count(*) as waiting, min(queued_at) as oldest_at
              from outbox
             where open_lane > ''
            """)
    Backlog backlog();

    @Select("""
            select count(*)
              from outbox
             where state = #{state}
               and final_at > #{since}
            """)
    int ended(StoredOutgoing.State state, Instant since);

    @Delete("""
            delete from outbox
             where final_at < #{before}
             order by final_at, id
             limit #{limit}
            """)
    int deleteFinal(Instant before, int limit);

    @Delete("""
            delete from outbox_ban
             where until_at < #{before}
            """)
    int deleteBans(Instant before);

    /** The oldest message of a lane. */
    record Head(String lane, Outgoing.Kind kind, Instant notBefore) {}

    /** A way that is closed. */
    record Ban(Messenger.Channel channel, Instant untilAt) {}

    /** What waits. */
    record Backlog(int waiting, @Nullable Instant oldestAt) {}
}
