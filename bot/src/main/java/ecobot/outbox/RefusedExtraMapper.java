package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The few rows of the outbox that a missing permission left behind, found among those that failed. */
@Mapper
interface RefusedExtraMapper {

    @Select("""
            select id, target_id as standing_id, final_at as at
              from outbox
             where state = 'FAILED'
               and reason = #{reason}
               and target = 'STANDING'
               and message_key like concat(#{keys}, '%')
             order by final_at, id
             limit #{limit}
               for update
            """)
    List<RefusedExtras.Refused> lock(String keys, String reason, int limit);

    /** What was ticked off or taken out without having been made was no call. */
    @Select("""
            select exists (select 1
                             from outbox
                            where state = 'SENT'
                              and final_at > #{at}
                              and target = 'STANDING'
                              and message_key like concat(#{keys}, '%')
                              and platform_id > '')
            """)
    boolean wentAfter(String keys, Instant at);

    @Update("""
            update outbox
               set reason = 'made-up'
             where id = #{id}
               and state = 'FAILED'
            """)
    void settle(long id);
}
