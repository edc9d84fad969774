package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.MONDAYS_AT_NINE;
import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ecobot.calendar.SettableClock;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerContext
class AdvanceIT {

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Schedules schedules;
    private final SettableClock clock;

    @Autowired
    AdvanceIT(TestSchedules given, ProbeTask probe, Schedules schedules, SettableClock clock) {
        this.given = given;
        this.probe = probe;
        this.schedules = schedules;
        this.clock = clock;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void three_mondays_run_in_order_each_at_its_own_time() {
        Schedule schedule = given.made("2026-03-01T12:00", MONDAYS_AT_NINE, MissedPolicy.LATE);

        schedules.advance(at("2026-03-16T09:00"), clock::set);

        assertThat(probe.runsOf(schedule.name()))
                .extracting(ProbeTask.Run::plannedAt)
                .containsExactly(at("2026-03-02T09:00"), at("2026-03-09T09:00"), at("2026-03-16T09:00"));
        assertThat(probe.runsOf(schedule.name())).allSatisfy(run -> {
            assertThat(run.late()).isFalse();
            assertThat(run.clockShowed())
                    .isBetween(run.plannedAt(), run.plannedAt().plusSeconds(10));
        });
        assertThat(clock.instant()).isBetween(at("2026-03-16T09:00"), at("2026-03-16T09:00:30"));
    }

    @Test
    void several_schedules_run_in_order_of_planned_time() {
        Schedule mondays = given.made("2026-03-01T12:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        Schedule wednesdays = given.made("2026-03-01T12:00", "0 0 9 ? * WED", MissedPolicy.SKIP);

        schedules.advance(at("2026-03-12T00:00"), clock::set);

        assertThat(probe.runs().stream()
                        .filter(run ->
                                List.of(mondays.name(), wednesdays.name()).contains(run.schedule())))
                .extracting(ProbeTask.Run::plannedAt)
                .containsExactly(
                        at("2026-03-02T09:00"), at("2026-03-04T09:00"), at("2026-03-09T09:00"), at("2026-03-11T09:00"));
    }

    @Test
    void what_lies_between_costs_nothing_and_the_clock_is_set_to_the_planned_times_only() {
        given.made("2026-03-01T12:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        List<Instant> set = new ArrayList<>();

        schedules.advance(at("2026-05-10T12:00"), now -> {
            set.add(now);
            clock.set(now);
        });

        assertThat(set).isSorted().endsWith(at("2026-05-10T12:00")).hasSizeBetween(11, 40);
    }

    @Test
    void known_ground_is_walked_again_without_effect_when_the_clock_was_set_back() {
        Schedule schedule = given.made("2026-03-01T12:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        schedules.advance(at("2026-03-10T00:00"), clock::set);
        clock.set(at("2026-03-01T12:00"));

        schedules.advance(at("2026-03-17T00:00"), clock::set);

        assertThat(probe.effectsOf(schedule.name())).hasSize(3);
    }

    @Test
    void time_goes_forward_only() {
        clock.set(at("2026-03-01T12:00"));

        assertThatIllegalArgumentException().isThrownBy(() -> schedules.advance(at("2026-03-01T11:00"), clock::set));
    }
}
