package ecobot.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * Posts that wait, and the places that a group has on a day. A post that waits is in no open lane. The insert of many is in
 * {@code sql/mapper/outbox/HeldMapper.xml}.
 */
@Mapper
interface HeldMapper {

    @Insert("""
            insert into outbox (post_id, message_key, kind, optional, target, target_id, lane, open_lane, not_before, held_until,
                                queued_at, session_url, session_expires_at, content)
            values (#{postId}, #{message.messageKey}, #{message.kind}, #{message.optional}, #{message.target}, #{message.targetId},
                    #{message.lane}, null, #{message.notBefore}, #{until}, #{message.queuedAt}, null, null,
                    #{message.content})
            """)
    void insert(StoredOutgoing message, @Nullable Long postId, Instant until);

    /** Stores a message that has failed before it was tried. */
    @Insert("""
            insert into outbox (post_id, message_key, kind, optional, target, target_id, lane, open_lane, state, not_before, queued_at,
                                reason, final_at, session_url, session_expires_at, content)
            values (#{postId}, #{message.messageKey}, #{message.kind}, #{message.optional}, #{message.target}, #{message.targetId},
                    #{message.lane}, null, 'FAILED', #{message.notBefore}, #{message.queuedAt}, #{reason},
                    #{message.queuedAt}, null, null, #{message.content})
            """)
    void insertFailed(StoredOutgoing message, @Nullable Long postId, String reason);

    /** Stores what waits and what does not; a key that was stored before stays as it is. */
    void insertAll(@Param("rows") List<NewRow> rows);

    /** What could have left has been due since then; what only goes on waiting has not. */
    @Update("""
            update outbox
               set due_since = case when open_lane is null then due_since else coalesce(due_since, queued_at) end,
                   open_lane = null, held_until = #{until}
             where id = #{id}
               and state in ('QUEUED', 'RETRY')
            """)
    int hold(long id, Instant until);

    @Select("""
            select id, message_key, kind, target, lane
              from outbox
             where held_until <= #{now}
             order by held_until, id
             limit #{limit}
            """)
    List<Held> due(Instant now, int limit);

    /** It counts as stored now: it is not late, it was told to wait. For how long it is tried is another matter: see {@code due_since}. */
    @Update("""
            update outbox
               set open_lane = lane, held_until = null, not_before = #{machineNow}, queued_at = #{machineNow}
             where id = #{id}
               and held_until is not null
            """)
    int open(long id, Instant machineNow);

    /** The day of the place that the post has, and how many places of {@code day} are taken. */
    @Select("""
            select (select own.day
                      from outbox_place own
                     where own.lane = #{lane}
                       and own.post = #{post}) as day,
                   (select count(*)
                      from outbox_place taken
                     where taken.lane = #{lane}
                       and taken.day = #{day}) as taken
            """)
    Places places(String lane, String post, LocalDate day);

    @Insert("""
            insert into outbox_place (lane, day, number, post)
            values (#{lane}, #{day}, #{number}, #{post})
            """)
    void take(String lane, LocalDate day, int number, String post);

    /** Gives up the place of a day that is over. One that another node has just taken for the post stays. */
    @Delete("""
            delete from outbox_place
             where lane = #{lane}
               and post = #{post}
               and day < #{before}
            """)
    int leavePlace(String lane, String post, LocalDate before);

    @Delete("""
            delete from outbox_place
             where day < #{before}
            """)
    int deletePlaces(LocalDate before);

    /**
     * A message to be stored.
     *
     * @param postId number of the post that it belongs to; null when it is no post
     * @param until null when it may leave at once, or never
     * @param failed why it fails before it is tried; null when it does not
     */
    record NewRow(
            StoredOutgoing message,
            @Nullable Long postId,
            @Nullable Instant until,
            @Nullable String failed) {

        /** What its column holds. */
        @Nullable
        String openLane() {
            return until == null && failed == null ? message.lane() : null;
        }

        StoredOutgoing.State state() {
            return failed == null ? StoredOutgoing.State.QUEUED : StoredOutgoing.State.FAILED;
        }

        @Nullable
        Instant finalAt() {
            return failed == null ? null : message.queuedAt();
        }
    }

    /**
     * The places of a group.
     *
     * @param day of the place that a post has already; null when it has none
     */
    record Places(@Nullable LocalDate day, int taken) {}

    /** A post that waits. */
    record Held(long id, String messageKey, Outgoing.Kind kind, StoredOutgoing.TargetType target, String lane) {
        boolean group() {
            return target == StoredOutgoing.TargetType.GROUP;
        }
    }
}
