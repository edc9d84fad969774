package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.testing.Threads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Two nodes whose clocks are four seconds apart and which Quartz wakes both for every single run, the worst that it could do; now and then one of
 * them is stopped in the middle of a run. Time goes on whenever a node has looked at everything, so the machine's pace does not matter. The
 * campaign with real processes is {@link ClusterChaosIT}.
 */
@SchedulerContext
class TwoClocksIT {

    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final int SCHEDULES = 20;
    private static final int LONGEST_STOP_MILLIS = 300;
    private static final int MOST_ROUNDS = 30;
    private static final Instant START = at("2026-03-02T08:00");

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Rulebook rulebook;
    private final ScheduleMapper schedules;
    private final OccurrenceMapper occurrences;
    private final ApplicationEventPublisher events;
    private final PlatformTransactionManager transactions;
    private final JdbcClient sql;

    @Autowired
    TwoClocksIT(
            TestSchedules given,
            ProbeTask probe,
            Rulebook rulebook,
            ScheduleMapper schedules,
            OccurrenceMapper occurrences,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            JdbcClient sql) {
        this.given = given;
        this.probe = probe;
        this.rulebook = rulebook;
        this.schedules = schedules;
        this.occurrences = occurrences;
        this.events = events;
        this.transactions = transactions;
        this.sql = sql;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void every_planned_run_takes_effect_exactly_once() throws SchedulerException {
        List<Schedule> all = everyMinuteAtItsOwnSecond();

        Instant end = bothNodesFor(START, Duration.ofMinutes(5), all);

        for (Schedule schedule : all) {
            List<Instant> effects = effectsOf(schedule);
            assertThat(effects).as(schedule.cron()).doesNotHaveDuplicates();
            assertThat(effects.stream().filter(time -> time.isBefore(end)))
                    .as(schedule.cron())
                    .containsExactlyElementsOf(planned(schedule, end));
        }
    }

    /** The negative control: the same, and the key alone makes the difference. The two have to meet for it, so they go on until they have. */
    @Test
    void without_the_key_some_take_effect_twice() throws SchedulerException {
        List<Schedule> all = everyMinuteAtItsOwnSecond();
        sql.sql(
                        "alter table occurrence add index ix_for_the_foreign_key (schedule_id), drop index uk_occurrence__schedule_planned")
                .update();
        try {
            Instant from = START;
            for (int round = 0; round < MOST_ROUNDS && twice(all) == 0; round++) {
                from = bothNodesFor(from, Duration.ofMinutes(2), all).plus(SKEW);
            }

            assertThat(twice(all)).isPositive();
        } finally {
            sql.sql("delete from occurrence where schedule_id in (select id from schedule where task = 'probe')")
                    .update();
            sql.sql(
                            "alter table occurrence add constraint uk_occurrence__schedule_planned unique (schedule_id, planned_at),"
                                    + " drop index ix_for_the_foreign_key")
                    .update();
        }
    }

    private List<Schedule> everyMinuteAtItsOwnSecond() throws SchedulerException {
        List<Schedule> all = new ArrayList<>();
        for (int number = 0; number < SCHEDULES; number++) {
            all.add(given.made("2026-03-02T08:00", number * 60 / SCHEDULES + " * * * * ?", MissedPolicy.LATE));
        }
        given.down();
        return all;
    }

    /** Answers until when every run has to be there. */
    private Instant bothNodesFor(Instant start, Duration time, List<Schedule> all) {
        Random stops = new Random(4);
        all.forEach(schedule -> probe.behave(schedule.name(), occurrence -> {
            if (stops.nextInt(12) == 0) {
                stop(stops.nextInt(LONGEST_STOP_MILLIS));
            }
        }));
        SettableClock now = new SettableClock(Clock.fixed(start, Zone.SHANGHAI));
        Instant end = start.plus(time);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> node(now, SKEW, end, all), Threads.NEW),
                        CompletableFuture.runAsync(() -> node(now, SKEW.negated(), end, all), Threads.NEW))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return end.minus(SKEW);
    }

    /** A node that is woken for everything, all the time. */
    private void node(SettableClock now, Duration skew, Instant end, List<Schedule> all) {
        Clock clock = Clock.offset(now, skew);
        Runs runs = new Runs(schedules, new Ledger(occurrences, events, clock, transactions), clock);
        List<Rule> rules = new ArrayList<>(all.stream().map(rulebook::rule).toList());
        Random order = new Random(skew.toSeconds());
        while (now.instant().isBefore(end)) {
            Collections.shuffle(rules, order);
            rules.forEach(runs::runDue);
            now.set(now.instant().plus(STEP));
        }
        rules.forEach(runs::runDue);
    }

    private static List<Instant> planned(Schedule schedule, Instant end) {
        int second = Integer.parseInt(schedule.cron().split(" ")[0]);
        return Stream.iterate(START.plusSeconds(second), time -> time.isBefore(end), time -> time.plusSeconds(60))
                .filter(time -> time.isAfter(START))
                .toList();
    }

    private long twice(List<Schedule> all) {
        return all.stream()
                .mapToLong(schedule -> effectsOf(schedule).size()
                        - effectsOf(schedule).stream().distinct().count())
                .sum();
    }

    private List<Instant> effectsOf(Schedule schedule) {
        return probe.effectsOf(schedule.name()).stream()
                .map(Instant::parse)
                .sorted()
                .toList();
    }

    private static void stop(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
