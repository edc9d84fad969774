package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Targets that are stopped. */
@Mapper
interface StoppedMapper {

    @Select("""
            select lane as conversation_id, reason, stopped_at as at
              from outbox_stopped
             order by stopped_at desc, lane
            """)
    List<Targets.Stopped> all();

    @Insert("""
            insert into outbox_stopped (lane, reason, stopped_at)
            values (#{lane}, #{reason}, #{now})
            """)
    void stop(String lane, String reason, Instant now);

    @Delete("""
            delete from outbox_stopped
             where lane = #{lane}
            """)
    int open(String lane);

    /** What waits in the lane fails; what an earlier attempt may have sent becomes unknown. */
    @Update("""
            update outbox
               set state = case when repeat_marked or pinned then 'UNKNOWN' else 'FAILED' end,
                   open_lane = null, reason = #{reason}, final_at = #{now}, session_url = null, session_expires_at = null
             where open_lane = #{lane}
               and state in ('QUEUED', 'RETRY')
            """)
    int failWaiting(String lane, String reason, Instant now);

    /** The same for posts that are held; they are in no open lane. */
    @Update("""
            update outbox
               set state = case when repeat_marked or pinned then 'UNKNOWN' else 'FAILED' end,
                   held_until = null, reason = #{reason}, final_at = #{now}
             where held_until is not null
               and lane = #{lane}
               and state in ('QUEUED', 'RETRY')
            """)
    int failHeld(String lane, String reason, Instant now);
}
