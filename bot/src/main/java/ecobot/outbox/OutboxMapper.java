package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
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

    /**
     * The oldest message of each open lane, and when the first answer in it may leave: two steps in indexes per lane, however many messages wait or
     * were sent.
     */
    @Select("""
            select o.lane, o.kind, o.not_before,
                   (select a.not_before
                      from outbox a
                     where a.open_lane = h.open_lane
                       and a.kind = 'REPLY'
                     order by a.open_lane, a.kind, a.not_before
                     limit 1) as answer_at
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

    /**
     * What a lane sends next: what is being sent, else the first answer, for somebody is waiting for it, else the oldest message. An answer overtakes no
     * more than the fifty that are looked at, so that a look costs the same however many wait.
     */
    @Select("""
            select o.id, o.message_key, o.kind, o.optional, o.target, o.target_id, o.lane, o.state, o.attempts, o.tries,
                   o.busy_since, o.not_before, o.repeat_marked, o.channel, o.keyed, o.pinned, o.queued_at, o.due_since, o.attempted_at,
                   o.session_url, o.session_expires_at, o.content
              from (select id, state, kind
                      from outbox
                     where open_lane = #{lane}
                     order by id
                     limit 50) w
              join outbox o on o.id = w.id
             order by w.state <> 'SENDING', w.kind <> 'REPLY', o.id
             limit 1
            """)
    @Nullable
    StoredOutgoing head(String lane);

    /** What waits behind a message in its lane, in order. */
    @Select("""
            select id, message_key, kind, optional, target, target_id, lane, state, attempts, tries, busy_since, not_before,
                   repeat_marked, channel, keyed, pinned, queued_at, due_since, attempted_at, session_url, session_expires_at, content
              from outbox
             where open_lane = #{lane}
               and id > #{id}
             order by id
             limit #{limit}
            """)
    List<StoredOutgoing> behind(String lane, long id, int limit);

    @Select("""
            select id, message_key, kind, optional, target, target_id, lane, state, attempts, tries, busy_since, not_before,
                   repeat_marked, channel, keyed, pinned, queued_at, due_since, attempted_at, session_url, session_expires_at, content
              from outbox
             where id = #{id}
            """)
    StoredOutgoing byId(long id);

    /** Private messages of the same post that say the same, were not tried yet and are next in their lanes. */
    @Select("""
            select o.id, o.message_key, o.kind, o.optional, o.target, o.target_id, o.lane, o.state, o.attempts, o.tries,
                   o.busy_since, o.not_before, o.repeat_marked, o.channel, o.keyed, o.pinned, o.queued_at, o.due_since, o.attempted_at,
                   o.session_url, o.session_expires_at, o.content
              from outbox own
              join outbox o on o.post_id = own.post_id
             where own.id = #{id}
               and o.id <> own.id
               and o.target = 'PERSON'
               and o.open_lane is not null
               and o.state = 'QUEUED'
               and o.attempts = 0
               and o.not_before <= #{now}
               and o.optional = own.optional
               and o.content = own.content
               and not exists (select 1
                                 from outbox earlier
                                where earlier.open_lane = o.open_lane
                                  and earlier.id < o.id)
             order by o.id
             limit #{limit}
            """)
    List<StoredOutgoing> alike(long id, Instant now, int limit);

    @Update("""
            update outbox
               set content = #{content}
             where id = #{id}
               and attempts = 0
               and state in ('QUEUED', 'RETRY')
            """)
    int becomeDigest(long id, String content);

    /** The merged messages are in no lane any more. Their list is in {@code sql/mapper/outbox/OutboxMapper.xml}. */
    int mergeInto(@Param("id") long id, @Param("others") List<Long> others, @Param("now") Instant now);

    @Select("""
            select used_at
              from outbox_robot_use
             where lane = #{lane}
               and used_at > #{since}
             order by used_at desc, outbox_id desc, attempt desc
             limit #{limit}
            """)
    List<Instant> robotUses(String lane, Instant since, int limit);

    @Insert("""
            insert into outbox_robot_use (lane, used_at, outbox_id, attempt)
            values (#{lane}, #{now}, #{id}, #{attempt})
            on duplicate key update attempt = values(attempt)
            """)
    void useRobot(String lane, Instant now, long id, int attempt);

    @Delete("""
            delete from outbox_robot_use
             where used_at < #{before}
            """)
    int deleteRobotUses(Instant before);

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
               set state = 'RETRY', sending_lane = null, tries = #{next.tries}, busy_since = #{next.busySince},
                   not_before = #{next.notBefore}, repeat_marked = #{next.repeatMarked}, pinned = #{next.pinned}, reason = #{next.reason}
             where id = #{id}
               and attempts = #{attempts}
               and state in ('QUEUED', 'RETRY', 'SENDING')
            """)
    int again(long id, int attempts, Next.Again next);

    /** Ends what is to be attempted again although its post was taken back during the attempt. */
    @Update("""
            update outbox
               set state = case when repeat_marked or pinned then 'UNKNOWN' else 'FAILED' end,
                   reason = case when repeat_marked or pinned then 'recalled-in-doubt' else 'recalled' end,
                   open_lane = null, held_until = null, final_at = #{now}, session_url = null, session_expires_at = null
             where id = #{id}
               and state = 'RETRY'
               and kind = 'POST'
               and exists (select 1
                             from recall_request r
                            where r.post = substring_index(outbox.message_key, ':', 2)
                              and r.requested_at >= outbox.attempted_at)
            """)
    int endTakenBack(long id, Instant now);

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

    /**
     * The oldest message of a lane.
     *
     * @param answerAt when the first answer in the lane may leave, which need not wait for older messages; null when there is none
     */
    record Head(
            String lane,
            Outgoing.Kind kind,
            Instant notBefore,
            @Nullable Instant answerAt) {

        boolean isDue(Instant now) {
            return !notBefore.isAfter(now) || isAnswerDue(now);
        }

        /** The kind of what goes first. */
        Outgoing.Kind urgency(Instant now) {
            return isAnswerDue(now) ? Outgoing.Kind.REPLY : kind;
        }

        private boolean isAnswerDue(Instant now) {
            return answerAt != null && !answerAt.isAfter(now);
        }
    }

    /** A way that is closed. */
    record Ban(Messenger.Channel channel, Instant untilAt) {}

    /** What waits. */
    record Backlog(int waiting, @Nullable Instant oldestAt) {}
}
