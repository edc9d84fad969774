package ecobot.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The door to the schedules: what there is, when each runs next, and how far behind the machinery is. */
public interface Schedules {

    /** All schedules, enabled or not, by name. */
    List<Schedule> all();

    Optional<Schedule> named(String name);

    /**
     * The first planned time after {@code after}, holiday policy applied and what is to be left out passed over; empty when
     * disabled or never again.
     *
     * @throws IllegalArgumentException when its cron is not understood
     */
    Optional<Instant> nextAfter(Schedule schedule, Instant after);

    /**
     * Runs {@code schedule} now, outside its plan and even when it is disabled, as an occurrence of its own. It joins the caller's
     * transaction if there is one. A failure is thrown to the caller, not recorded and not retried.
     *
     * @return the occurrence, planned for the clock's now
     * @throws IllegalStateException when no task has the name that it refers to
     */
    Occurrence runNow(Schedule schedule);

    /** The longest time by which a planned run is overdue at {@code now}; zero when nothing is. */
    Duration lag(Instant now);

    /**
     * Moves the application's time to {@code target}: every planned run between the clock's now and {@code target} is run
     * in order of planned time, after {@code setClock} was called with that time; {@code setClock} is called with
     * {@code target} last. A run that fails is tried again on the way as it would be in real time. For the try-it mode and for
     * tests, whose clock can be set.
     *
     * @throws IllegalArgumentException when {@code target} is before the clock's now
     */
    void advance(Instant target, Consumer<Instant> setClock);
}
