package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is to be taken back. A post's messages are found by the beginning of their unique key. */
@Mapper
interface RecallMapper {

    /** The reason of what was stopped before it left. */
    String STOPPED = "recalled";

    /** The reason of what an earlier attempt may have sent, and what is not attempted again. */
    String IN_DOUBT = "recalled-in-doubt";

    /** @param since when the platform's time for recalling began: what was sent before stays */
    @Select("""
            select count(distinct case when state = 'SENT' and channel in ('APP_GROUP', 'APP_PRIVATE')
                                        and final_at > #{since} then platform_id end) as recallable,
                   coalesce(sum(state in ('QUEUED', 'RETRY') and not pinned and not repeat_marked), 0) as stopped,
                   coalesce(sum(state in ('SENDING', 'UNKNOWN')
                                or (state in ('QUEUED', 'RETRY') and (pinned or repeat_marked))
                                or (state = 'SENT'
                                    and (platform_id is null or channel not in ('APP_GROUP', 'APP_PRIVATE')
                                         or final_at <= #{since}))), 0) as unable,
                   coalesce(sum(state in ('QUEUED', 'RETRY') and (pinned or repeat_marked)), 0) as in_doubt
              from outbox o
             where message_key like concat(#{post}, ':%')
               and not exists (select 1
                                 from recall_item i
                                where i.platform_id = o.platform_id
                                  and i.state in ('WAITING', 'DONE'))
            """)
    Recalls.Asked preview(String post, Instant since);

    /** Messages that certainly did not leave, and do not any more. */
    @Update("""
            update outbox
               set state = 'FAILED', sending_lane = null, open_lane = null, held_until = null, reason = 'recalled',
                   final_at = #{now}, session_url = null, session_expires_at = null
             where message_key like concat(#{post}, ':%')
               and state in ('QUEUED', 'RETRY')
               and not pinned
               and not repeat_marked
            """)
    int stop(String post, Instant now);

    /** Messages that an earlier attempt may have sent: nobody can take them back, but they are not sent again. */
    @Update("""
            update outbox
               set state = 'UNKNOWN', sending_lane = null, open_lane = null, held_until = null, reason = 'recalled-in-doubt',
                   final_at = #{now}, session_url = null, session_expires_at = null
             where message_key like concat(#{post}, ':%')
               and state in ('QUEUED', 'RETRY')
               and (pinned or repeat_marked)
            """)
    int giveUp(String post, Instant now);

    @Insert("""
            insert into recall_request (post, staff_id, requested_at, stopped, unable)
            values (#{post}, #{staffId}, #{now}, #{stopped}, #{unable})
            """)
    void addRequest(String post, String staffId, Instant now, int stopped, int unable);

    @Select("select last_insert_id()")
    long lastId();

    /** People who were told by one call have one message of the platform's. */
    @Insert("""
            insert into recall_item (request_id, is_group, target_id, platform_id, not_before)
            select #{request}, o.target = 'GROUP', min(o.target_id), o.platform_id, #{now}
              from outbox o
             where o.message_key like concat(#{post}, ':%')
               and o.state = 'SENT'
               and o.platform_id is not null
               and o.channel in ('APP_GROUP', 'APP_PRIVATE')
               and o.final_at > #{since}
               and not exists (select 1
                                 from recall_item i
                                where i.platform_id = o.platform_id
                                  and i.state in ('WAITING', 'DONE'))
             group by o.target, o.platform_id
            """)
    int addItems(long request, String post, Instant now, Instant since);

    @Select("""
            select id, request_id, is_group as in_group, target_id, platform_id, attempts
              from recall_item
             where state = 'WAITING'
               and not_before <= #{now}
             order by not_before, id
             limit #{limit}
            """)
    List<Item> due(Instant now, int limit);

    /** @return 1, or 0 when another node was faster */
    @Update("""
            update recall_item
               set attempts = attempts + 1, not_before = #{lostAt}
             where id = #{id}
               and attempts = #{attempts}
               and state = 'WAITING'
            """)
    int claim(long id, int attempts, Instant lostAt);

    @Update("""
            update recall_item
               set state = #{state}, reason = #{reason}
             where id = #{id}
               and state = 'WAITING'
            """)
    void end(long id, String state, @Nullable String reason);

    @Update("""
            update recall_item
               set not_before = #{notBefore}, reason = #{reason}
             where id = #{id}
               and state = 'WAITING'
            """)
    void later(long id, Instant notBefore, String reason);

    /** Requests of which nothing waits any more, and that nobody was told about. */
    @Select("""
            select r.id, r.staff_id, r.stopped, r.unable,
                   (select count(*) from recall_item d where d.request_id = r.id and d.state = 'DONE') as recalled,
                   (select count(*) from recall_item f where f.request_id = r.id and f.state = 'REFUSED') as refused
              from recall_request r
             where r.ended_at is null
               and not exists (select 1 from recall_item w where w.request_id = r.id and w.state = 'WAITING')
             order by r.id
             limit 20
            """)
    List<Finished> finished();

    /** @return 1, or 0 when another node was faster */
    @Update("""
            update recall_request
               set ended_at = #{now}
             where id = #{id}
               and ended_at is null
            """)
    int endRequest(long id, Instant now);

    /** The latest request for a post. */
    @Select("""
            select r.requested_at as at,
                   r.unable + (select count(*)
                                 from recall_item f
                                where f.request_id = r.id
                                  and f.state = 'REFUSED') as `left`
              from recall_request r
             where r.post = #{post}
             order by r.id desc
             limit 1
            """)
    Optional<Recalls.Taken> taken(String post);

    /** A message to be taken back. */
    record Item(long id, long requestId, boolean inGroup, String targetId, String platformId, int attempts) {}

    /** A request that is over. */
    record Finished(long id, String staffId, int stopped, int unable, int recalled, int refused) {}
}
