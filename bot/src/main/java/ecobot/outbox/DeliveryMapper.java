package ecobot.outbox;

import ecobot.outbox.StoredOutgoing.State;
import ecobot.outbox.StoredOutgoing.TargetType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Posts, their messages, and what people decided about them. What lists lanes is in
 * {@code sql/mapper/outbox/DeliveryMapper.xml}. */
@Mapper
interface DeliveryMapper {

    @Select("""
            select id
              from outbox_post
             where post_key = #{key}
            """)
    @Nullable
    Long number(String key);

    @Insert("""
            insert into outbox_post (post_key, title, stored_at)
            values (#{key}, #{title}, #{now})
            """)
    void add(String key, String title, Instant now);

    /** The latest posts that have a message in one of the lanes; null for any lane. */
    List<PostRow> latest(@Param("conversationIds") @Nullable List<String> conversationIds, @Param("limit") int limit);

    /** How many targets of each post are in which state. */
    List<CountRow> counts(
            @Param("numbers") List<Long> numbers, @Param("conversationIds") @Nullable List<String> conversationIds);

    @Select("""
            select id, title, stored_at
              from outbox_post
             where id = #{number}
            """)
    @Nullable
    PostRow post(long number);

    @Select("""
            select o.id, o.target, o.target_id, said.state, said.not_before, said.held_until, said.reason,
                   exists (select 1
                             from recall_item
                            where recall_item.platform_id = said.platform_id
                              and recall_item.state = 'DONE') as taken_back
              from outbox o
              join outbox said on said.id = coalesce(o.merged_into, o.id)
             where o.post_id = #{number}
             order by o.id
            """)
    List<MessageRow> messages(long number);

    /** What was merged is sent again with all that the digest says; what was stopped is not. */
    @Select("""
            select distinct said.id, said.message_key, said.kind, said.target, said.target_id, said.lane, said.state,
                   said.attempts, said.reason
              from outbox o
              join outbox said on said.id = coalesce(o.merged_into, o.id)
             where o.post_id = #{number}
               and said.state = #{state}
               and (said.reason is null or said.reason <> 'recalled')
             order by said.id
               for update
            """)
    List<FinalRow> lockFinal(long number, State state);

    /** Its attempts go on counting, so that no earlier one can be taken for the new one. */
    @Update("""
            update outbox
               set state = 'RETRY', open_lane = #{openLane}, held_until = #{heldUntil}, tries = 0, busy_since = null,
                   not_before = #{now}, queued_at = #{now}, due_since = null, repeat_marked = #{repeatMarked}, pinned = false, reason = null,
                   final_at = null
             where id = #{id}
               and state in ('FAILED', 'UNKNOWN')
            """)
    int reopen(long id, @Nullable String openLane, @Nullable Instant heldUntil, Instant now, boolean repeatMarked);

    @Update("""
            update outbox
               set state = 'SENT', final_at = #{now}
             where id = #{id}
               and state = 'UNKNOWN'
            """)
    int settle(long id, Instant now);

    @Insert("""
            insert into outbox_verdict (outbox_id, verdict, staff_id, at, state, reason, attempts)
            values (#{row.id}, #{verdict}, #{staffId}, #{at}, #{row.state}, #{row.reason}, #{row.attempts})
            """)
    void addVerdict(FinalRow row, Verdict verdict, String staffId, Instant at);

    /** What was sent by the app's robot or was taken back. */
    List<SentMessages.Sent> sent(Collection<String> keys);

    /** Posts of which no message is left. */
    @Delete("""
            delete from outbox_post
             where stored_at < #{before}
               and not exists (select 1
                                 from outbox
                                where outbox.post_id = outbox_post.id)
             order by stored_at, id
             limit #{limit}
            """)
    int deletePosts(Instant before, int limit);

    @Delete("""
            delete from outbox_verdict
             where not exists (select 1
                                 from outbox
                                where outbox.id = outbox_verdict.outbox_id)
             order by id
             limit #{limit}
            """)
    int deleteVerdicts(int limit);

    /** What a person may decide. */
    enum Verdict {
        RESEND,
        ARRIVED
    }

    /** A post. */
    record PostRow(long id, String title, Instant storedAt) {}

    /** Targets of a post. */
    record CountRow(long postId, int targets, int recalled, int sent, int waiting, int failed, int unknown) {}

    /**
     * A message of a post.
     *
     * @param takenBack whether the platform recalled it after it was sent
     */
    record MessageRow(
            long id,
            TargetType target,
            String targetId,
            State state,
            Instant notBefore,
            @Nullable Instant heldUntil,
            @Nullable String reason,
            boolean takenBack) {}

    /** A message that somebody decides about. */
    record FinalRow(
            long id,
            String messageKey,
            Outgoing.Kind kind,
            TargetType target,
            String targetId,
            String lane,
            State state,
            int attempts,
            @Nullable String reason) {}
}
