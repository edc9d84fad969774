package ecobot.scheduler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code schedule}. */
@Mapper
interface ScheduleMapper {

    @Select("""
            select id, name, task, cron, holiday, missed, options, enabled
              from schedule
             order by name
            """)
    List<Schedule> all();

    @Select("""
            select id, name, task, cron, holiday, missed, options, enabled
              from schedule
             where name = #{name}
            """)
    Optional<Schedule> named(String name);

    /** Since when {@code rule} is the one that the application goes by; empty when it is a new one. */
    @Select("""
            select rule_seen_at
              from schedule
             where id = #{id}
               and rule_seen = #{rule}
            """)
    Optional<Instant> seenSince(long id, String rule);

    @Update("""
            update schedule
               set rule_seen = #{rule}, rule_seen_at = #{now}
             where id = #{id}
            """)
    void see(long id, String rule, Instant now);
}
