package ecobot.scheduler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows of {@code schedule}. */
@Mapper
interface ScheduleMapper {

    /** All that a {@link Schedule} has. */
    String WHOLE = """
            select id, name, task, cron, holiday, missed, options, enabled
              from schedule
            """;

    /** The row that a person has seen, as long as nobody changed it since. */
    String AS_SEEN = """
             where id = #{seen.id}
               and cron = #{seen.cron}
               and holiday = #{seen.holiday}
               and missed = #{seen.missed}
               and enabled = #{seen.enabled}
               and removed_at is null
            """;

    @Select(WHOLE + """
             where removed_at is null
             order by name
            """)
    List<Schedule> all();

    @Select(WHOLE + """
             where name = #{name}
               and removed_at is null
            """)
    Optional<Schedule> named(String name);

    @Select(WHOLE + """
             where id = #{id}
               and removed_at is null
            """)
    Optional<Schedule> find(long id);

    /** Waits for whoever else has locked it; the lock is held until the caller's transaction ends. */
    @Select("""
            select id
              from schedule
             where id = #{id}
               for update
            """)
    @Options(flushCache = FlushCachePolicy.TRUE)
    Optional<Long> lock(long id);

    /** Names that are taken by schedules of a task, those that were ended included. */
    @Select("""
            select name
              from schedule
             where name like concat(#{task}, '%')
            """)
    List<String> names(String task);

    @Insert("""
            insert into schedule (name, task, cron, holiday, missed, options)
            values (#{name}, #{task}, #{timing.cron}, #{timing.holiday}, #{timing.missed}, '{}')
            """)
    void insert(String name, String task, Timing timing);

    /** @return 1, or 0 when it is no more as it was seen */
    @Update("""
            update schedule
               set cron = #{timing.cron}, holiday = #{timing.holiday}, missed = #{timing.missed}
            """ + AS_SEEN)
    int change(Schedule seen, Timing timing);

    /** @return 1, or 0 when it is no more as it was seen */
    @Update("""
            update schedule
               set enabled = #{enabled}
            """ + AS_SEEN)
    int enable(Schedule seen, boolean enabled);

    /**
     * It counts anew if it is brought back: what it would have named meanwhile is no miss.
     *
     * @return 1, or 0 when it is no more as it was seen
     */
    @Update("""
            update schedule
               set removed_at = #{now}, rule_seen = null, rule_seen_at = null
            """ + AS_SEEN)
    int remove(Schedule seen, Instant now);

    /** @return 1, or 0 when it was not ended, or is back already */
    @Update("""
            update schedule
               set removed_at = null
             where id = #{id}
               and removed_at is not null
            """)
    int restore(long id);

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
