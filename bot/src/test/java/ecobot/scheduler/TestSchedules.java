package ecobot.scheduler;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes schedules, ends them after the test, and stands for a node that goes down and comes back. */
class TestSchedules {

    static final String MONDAYS_AT_NINE = "0 0 9 ? * MON";
    static final String NEVER_IN_THE_TEST = "0 0 0 1 1 ? 2099";

    private static final AtomicInteger count = new AtomicInteger();

    private final JdbcClient sql;
    private final SettableClock clock;
    private final Schedules schedules;
    private final Upkeep upkeep;
    private final UpkeepLifecycle lifecycle;
    private final Scheduler quartz;
    private final List<String> made = new ArrayList<>();

    TestSchedules(
            JdbcClient sql,
            SettableClock clock,
            Schedules schedules,
            Upkeep upkeep,
            UpkeepLifecycle lifecycle,
            Scheduler quartz) {
        this.sql = sql;
        this.clock = clock;
        this.schedules = schedules;
        this.upkeep = upkeep;
        this.lifecycle = lifecycle;
        this.quartz = quartz;
    }

    /** A schedule that is in force from {@code now} on, to which the clock is set. */
    Schedule made(String now, String cron, MissedPolicy missed) {
        clock.set(at(now));
        // The shipped schedules have times of their own, and there are more of them with every room.
        sql.sql("update schedule set enabled = false where task <> 'probe'").update();
        String name = "probe-" + count.incrementAndGet();
        sql.sql("insert into schedule (name, task, cron, holiday, missed, options) values (?, 'probe', ?, ?, ?, '{}')")
                .params(name, cron, HolidayPolicy.AFTER.name(), missed.name())
                .update();
        made.add(name);
        clock.set(at(now)); // what was done so far took its time
        upkeep.sweep();
        return schedules.named(name).orElseThrow();
    }

    /** Whether any transaction of this server waits for another. */
    boolean somebodyWaitsForALock() {
        return sql.sql("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The node goes down: nothing wakes it, nothing is swept. */
    void down() throws SchedulerException {
        quartz.standby();
        lifecycle.stop();
    }

    /** The node's upkeep starts, as at start-up; Quartz is next. */
    void upkeepStarts() {
        lifecycle.start();
    }

    void quartzStarts() throws SchedulerException {
        quartz.start();
    }

    void up() throws SchedulerException {
        upkeepStarts();
        quartzStarts();
    }

    /** One round of the upkeep, as comes by itself every half minute. */
    void sweeps() {
        lifecycle.sweep();
    }

    /** Ends what the test made and leaves the node up, on the machine's time. */
    void clear() throws SchedulerException {
        made.forEach(
                name -> sql.sql("update schedule set enabled = false, removed_at = utc_timestamp(3) where name = ?")
                        .param(name)
                        .update());
        made.clear();
        clock.set(Clock.systemUTC().instant());
        upkeep.sweep();
        if (!lifecycle.isRunning()) {
            lifecycle.start();
        }
        quartz.start();
    }

    /** The ledger of a schedule, one line per occurrence: planned time in Shanghai, state, attempts. */
    List<String> ledgerOf(Schedule schedule) {
        return sql.sql("""
                        select concat(date_format(date_add(planned_at, interval 8 hour), '%Y-%m-%dT%H:%i'), ' ', state, ' ', attempts)
                          from occurrence
                         where schedule_id = ?
                         order by planned_at, id
                        """).param(schedule.id()).query(String.class).list();
    }

    List<Instant> plannedTimesOf(Schedule schedule) {
        return sql
                .sql("select planned_at from occurrence where schedule_id = ? order by planned_at, id")
                .param(schedule.id())
                .query(LocalDateTime.class)
                .stream()
                .map(utc -> utc.toInstant(ZoneOffset.UTC))
                .toList();
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(Zone.SHANGHAI).toInstant();
    }
}
