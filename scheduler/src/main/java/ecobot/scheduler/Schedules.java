package ecobot.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door to the schedules: what there is, when each runs next, and how far behind the machinery is. */
public interface Schedules {

    /** All schedules, enabled or not, by name. */
    List<Schedule> all();

    Optional<Schedule> named(String name);

    /** The first planned time after {@code after}, holiday policy applied; empty when disabled or never again. */
    Optional<Instant> nextAfter(Schedule schedule, Instant after);

    /**
     * Runs {@code schedule} now, outside its plan, as an occurrence of its own.
     *
     * @return the occurrence
     */
    Occurrence runNow(Schedule schedule);

    /** The longest time by which a planned run is overdue at {@code now}; zero when nothing is. */
    Duration lag(Instant now);

    /**
     * Moves the application's time to {@code target}: every planned run between the clock's now and {@code target} is run
     * in order of planned time, after {@code setClock} was called with that time; {@code setClock} is called with
     * {@code target} last. For the try-it mode and for tests, whose clock can be set.
     */
    void advance(Instant target, java.util.function.Consumer<Instant> setClock);
}
