package ecobot.scheduler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Rows of {@code occurrence}, the ledger. An insert of a (schedule, planned time) that is there throws {@code DuplicateKeyException}. */
@Mapper
interface OccurrenceMapper {

    @Insert("""
            insert into occurrence (schedule_id, planned_at, by_hand, state, late, attempts, started_at)
            values (#{scheduleId}, #{plannedAt}, #{byHand}, 'DONE', #{late}, 1, #{startedAt})
            """)
    void insertDone(long scheduleId, Instant plannedAt, boolean byHand, boolean late, Instant startedAt);

    @Insert("""
            insert into occurrence (schedule_id, planned_at, state, late, attempts, started_at, retry_at, detail)
            values (#{scheduleId}, #{plannedAt}, 'FAILED', #{late}, 1, #{startedAt}, #{retryAt}, #{detail})
            """)
    void insertFailed(
            long scheduleId,
            Instant plannedAt,
            boolean late,
            Instant startedAt,
            @Nullable Instant retryAt,
            String detail);

    @Insert("""
            insert into occurrence (schedule_id, planned_at, state, late, attempts, started_at, detail)
            values (#{scheduleId}, #{plannedAt}, 'SKIPPED', true, 0, #{startedAt}, 'missed')
            """)
    void insertSkipped(long scheduleId, Instant plannedAt, Instant startedAt);

    /** Left out before its time has come: when it does, it is in the ledger already, and there is nothing to do. */
    @Insert("""
            insert into occurrence (schedule_id, planned_at, state, late, attempts, started_at, detail)
            values (#{scheduleId}, #{plannedAt}, 'SKIPPED', false, 0, #{now}, 'by hand')
            """)
    void insertLeftOut(long scheduleId, Instant plannedAt, Instant now);

    /** @return 1, or 0 when that time has come */
    @Delete("""
            delete from occurrence
             where schedule_id = #{scheduleId}
               and planned_at = #{plannedAt}
               and planned_at > #{now}
               and state = 'SKIPPED'
            """)
    int deleteLeftOut(long scheduleId, Instant plannedAt, Instant now);

    @Delete("""
            delete from occurrence
             where schedule_id = #{scheduleId}
               and planned_at > #{now}
               and state = 'SKIPPED'
               and detail = 'by hand'
            """)
    void deleteAllLeftOut(long scheduleId, Instant now);

    /** Planned times ahead that are left out. */
    @Select("""
            select planned_at
              from occurrence
             where schedule_id = #{scheduleId}
               and planned_at > #{after}
               and state = 'SKIPPED'
             order by planned_at
            """)
    List<Instant> leftOut(long scheduleId, Instant after);

    @Select("""
            select planned_at, state, late, by_hand or coalesce(detail, '') = 'by hand' as by_hand, attempts, retry_at
              from occurrence
             where schedule_id = #{scheduleId}
               and planned_at <= #{upTo}
             order by planned_at desc, id desc
             limit 1
            """)
    Optional<RunResult> latest(long scheduleId, Instant upTo);

    /** The latest by number: a step back on the primary key each. */
    @Select("""
            select id, schedule_id, planned_at, started_at as at
              from occurrence
             where state = 'DONE'
             order by id desc
             limit #{limit}
            """)
    List<ScheduleDesk.Effect> latestDone(int limit);

    @Select("select last_insert_id()")
    long lastId();

    /** @return 1, or 0 when somebody else retried it */
    @Update("""
            update occurrence
               set state = 'DONE', late = #{late}, attempts = attempts + 1, started_at = #{startedAt}, retry_at = null, detail = null
             where id = #{id}
               and state = 'FAILED'
               and attempts = #{attempts}
            """)
    int retryDone(long id, int attempts, boolean late, Instant startedAt);

    /** @return 1, or 0 when somebody else retried it */
    @Update("""
            update occurrence
               set attempts = attempts + 1, started_at = #{startedAt}, retry_at = #{retryAt}, detail = #{detail}
             where id = #{id}
               and state = 'FAILED'
               and attempts = #{attempts}
            """)
    int retryFailed(long id, int attempts, Instant startedAt, @Nullable Instant retryAt, String detail);

    /** The latest planned one up to {@code upTo}: a clock that was set back does not see what lies ahead of it. */
    @Select("""
            select id, planned_at, state = 'FAILED' as failed, attempts, retry_at
              from occurrence
             where schedule_id = #{scheduleId}
               and planned_at <= #{upTo}
               and not by_hand
             order by planned_at desc, id desc
             limit 1
            """)
    Optional<LastRun> last(long scheduleId, Instant upTo);
}
