package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.calendar.Zone;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Counts what the platform charges to the month. Counted in memory and added to the database every few seconds, so that a burst costs no
 * writes of its own; a crash forgets the last few seconds. Warns the operator at 90 %.
 */
@Component
class QuotaMeter implements SmartLifecycle {

    static final String QUOTA_NEARLY_USED = "quota-nearly-used";

    private static final Logger log = LoggerFactory.getLogger(QuotaMeter.class);
    private static final long FLUSH_SECONDS = 5;
    /** A database that is gone must not hold up the end. */
    private static final long FAREWELL_SECONDS = 3;

    private final QuotaUseMapper mapper;
    private final Alarms alarms;
    private final Clock clock;
    private final DingTalkSettings.Quota allowance;
    private final Map<Counter, AtomicLong> pending = new EnumMap<>(Counter.class);
    private final Set<Counter> warned = EnumSet.noneOf(Counter.class);
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(QuotaMeter::thread);
    private volatile boolean running;

    /** The two accounts. */
    enum Counter {
        /** Open API calls other than for tokens and contacts. */
        OPEN_API,
        /** Messages received and webhook sends. */
        WEBHOOK_STREAM
    }

    /** What is used of what is allowed this month. */
    record Use(long used, long allowed) {
        boolean isNearlyAll() {
            return used * 10 >= allowed * 9;
        }
    }

    QuotaMeter(QuotaUseMapper mapper, Alarms alarms, Clock clock, DingTalkSettings settings) {
        this.mapper = mapper;
        this.alarms = alarms;
        this.clock = clock;
        allowance = settings.quota();
        for (Counter counter : Counter.values()) {
            pending.put(counter, new AtomicLong());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dingtalk-quota");
        thread.setDaemon(true);
        return thread;
    }

    void count(Counter counter) {
        of(counter).incrementAndGet();
    }

    /** Reads the month's use, what is not yet stored included. */
    Use use(Counter counter) {
        Long stored = mapper.used(month(), counter);
        return new Use((stored == null ? 0 : stored) + of(counter).get(), allowed(counter));
    }

    private AtomicLong of(Counter counter) {
        return pending.computeIfAbsent(counter, c -> new AtomicLong());
    }

    private long allowed(Counter counter) {
        return counter == Counter.OPEN_API ? allowance.openApi() : allowance.webhookStream();
    }

    private String month() {
        return YearMonth.now(clock.withZone(Zone.SHANGHAI)).toString();
    }

    /** Stores what was counted so far; what cannot be stored is kept for the next time. */
    void flush() {
        for (Counter counter : Counter.values()) {
            long calls = of(counter).getAndSet(0);
            if (calls > 0) {
                store(counter, calls);
            }
        }
    }

    private void store(Counter counter, long calls) {
        try {
            mapper.add(month(), counter, calls);
            warn(counter);
        } catch (RuntimeException e) {
            of(counter).addAndGet(calls);
            log.warn(
                    "quota use not stored: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private void warn(Counter counter) {
        Use use = use(counter);
        if (!use.isNearlyAll()) {
            warned.remove(counter);
        } else if (warned.add(counter)) {
            alarms.raise(QUOTA_NEARLY_USED, counter + ": " + use.used() + " of " + use.allowed());
        }
    }

    @Override
    public void start() {
        running = true;
        flusher.scheduleWithFixedDelay(this::flush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        flusher.execute(this::flush);
        flusher.shutdown();
        try {
            flusher.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
