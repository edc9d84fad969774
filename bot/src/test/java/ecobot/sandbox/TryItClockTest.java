package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.Schedules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class TryItClockTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void what_is_planned_in_between_happens_at_its_time_before_the_clock_stands_at_the_target() {
        var stops = List.of(NOW.plusSeconds(60), NOW.plusSeconds(120));
        var seen = new ArrayList<Instant>();

        var reached =
                clockWith(new Planned(stops, () -> seen.add(clock.instant()))).advance(Duration.ofDays(1));

        assertThat(seen).isEqualTo(stops);
        assertThat(reached).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(reached);
    }

    private TryItClock clockWith(Schedules schedules) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("schedules", schedules);
        return new TryItClock(
                clock, beans.getBeanProvider(Schedules.class), new Journal(folder.resolve("journal.jsonl")));
    }

    /** Schedules with planned times at which something runs. */
    private record Planned(List<Instant> times, Runnable task) implements Schedules {
        @Override
        public void advance(Instant target, Consumer<Instant> setClock) {
            times.forEach(time -> {
                setClock.accept(time);
                task.run();
            });
            setClock.accept(target);
        }

        @Override
        public List<Schedule> all() {
            return List.of();
        }

        @Override
        public Optional<Schedule> named(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> nextAfter(Schedule schedule, Instant after) {
            return Optional.empty();
        }

        @Override
        public Occurrence runNow(Schedule schedule) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration lag(Instant now) {
            return Duration.ZERO;
        }
    }
}
