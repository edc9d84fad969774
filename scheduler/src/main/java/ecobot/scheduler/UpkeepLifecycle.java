package ecobot.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Starts the upkeep before Quartz and repeats it: what an operator changed in the tables, an alarm that got lost with a node, a clock that was
 * set, all mend within one pause.
 */
@Component
class UpkeepLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UpkeepLifecycle.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Upkeep upkeep;
    private final AlarmClock alarmClock;
    private final SkewWatch skewWatch;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private @Nullable ScheduledExecutorService sweeper;

    UpkeepLifecycle(
            Upkeep upkeep, AlarmClock alarmClock, SkewWatch skewWatch, Clock clock, ApplicationEventPublisher events) {
        this.upkeep = upkeep;
        this.alarmClock = alarmClock;
        this.skewWatch = skewWatch;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        try {
            alarmClock.refuseUnclusteredStore();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not tell how it is set up", e);
        }
        upkeep.sweep();
        upkeep.logTable();
        sweeper = Executors.newSingleThreadScheduledExecutor(UpkeepLifecycle::thread);
        sweeper.scheduleWithFixedDelay(this::sweep, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (sweeper != null) {
            sweeper.shutdown();
            sweeper = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return sweeper != null;
    }

    /** Before Quartz starts, after it stopped. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    /** Asks for a round at once, in the thread of the rounds. */
    synchronized void sweepSoon() {
        if (sweeper != null) {
            sweeper.execute(this::sweep);
        }
    }

    /** One round. An exception would end the repetition. */
    void sweep() {
        try {
            upkeep.sweep();
            events.publishEvent(new ScheduleLag(upkeep.lag(clock.instant())));
            events.publishEvent(new ClockSkew(skewWatch.skew()));
        } catch (DataAccessException | TransactionException e) {
            log.error(
                    "The upkeep of the schedules failed; it is repeated in {} s: {}",
                    PAUSE.toSeconds(),
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        } catch (RuntimeException e) {
            log.error("The upkeep of the schedules failed; it is repeated in {} s", PAUSE.toSeconds(), e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "schedule-upkeep");
        thread.setDaemon(true);
        return thread;
    }
}
