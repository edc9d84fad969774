package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.outbox.Allowance;
import ecobot.outbox.Messenger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Counts what the platform charges to the month. Counted in memory and added to the database every few seconds, so that a burst costs no
 * writes of its own; a crash forgets the last few seconds. Raises an alarm at 90 %.
 */
@Component
class QuotaMeter implements Allowance, SmartLifecycle {

    static final String QUOTA_NEARLY_USED = "quota-nearly-used";

    private static final Logger log = LoggerFactory.getLogger(QuotaMeter.class);
    private static final long FLUSH_SECONDS = 5;
    /** Per cent; the rest is for answers and reminders. */
    private static final long SHORT_AT = 90;
    /** A database that is gone must not hold up the end. */
    private static final long FAREWELL_SECONDS = 3;

    private final QuotaUseMapper mapper;
    private final Alarms alarms;
    private final ApplicationEventPublisher events;
    private final Forecast forecast;
    private final Clock clock;
    private final DingTalkSettings.Quota allowance;
    private final Map<Counter, Boolean> isShort = new ConcurrentHashMap<>();
    private final Map<Counter, AtomicLong> pending = new EnumMap<>(Counter.class);
    private final Set<Counter> warned = EnumSet.noneOf(Counter.class);
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(QuotaMeter::thread);
    private volatile boolean running;

    /** The two accounts. */
    enum Counter {
        /** Open API calls other than for tokens and contacts. */
        OPEN_API,
        /** Messages received and webhook sends. */
        WEBHOOK_STREAM,
        /** Answers to a reply address. The platform names them nowhere in its rules; a setting decides whether they count as webhook sends. */
        SESSION_REPLY
    }

    /** Published after something was stored. */
    record Stored(Counter counter, Use use) {}

    /** What is used of what is allowed this month. */
    record Use(long used, long allowed) {
        boolean isNearlyAll() {
            return percent() >= SHORT_AT;
        }

        long percent() {
            return used * 100 / allowed;
        }
    }

    QuotaMeter(
            QuotaUseMapper mapper,
            Alarms alarms,
            ApplicationEventPublisher events,
            WorkCalendar calendar,
            Clock clock,
            DingTalkSettings settings) {
        this.mapper = mapper;
        this.alarms = alarms;
        this.events = events;
        this.forecast = new Forecast(calendar);
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
        boolean withReplies = counter == Counter.WEBHOOK_STREAM && allowance.sessionReplies();
        return new Use(counted(counter) + (withReplies ? counted(Counter.SESSION_REPLY) : 0), allowed(counter));
    }

    private long counted(Counter counter) {
        Long stored = mapper.used(month(), counter);
        return (stored == null ? 0 : stored) + of(counter).get();
    }

    @Override
    public boolean isShort(Messenger.Channel channel) {
        return switch (channel) {
            case APP_GROUP, APP_PRIVATE, TODO, CARD, DING, CALENDAR -> isShort(Counter.OPEN_API);
            case CUSTOM_ROBOT -> isShort(Counter.WEBHOOK_STREAM);
            case SESSION_WEBHOOK -> allowance.sessionReplies() && isShort(Counter.WEBHOOK_STREAM);
        };
    }

    private boolean isShort(Counter counter) {
        return isShort.computeIfAbsent(counter, any -> use(any).isNearlyAll());
    }

    @Override
    public List<Account> accounts() {
        return Stream.of(Counter.OPEN_API, Counter.WEBHOOK_STREAM)
                .map(this::account)
                .toList();
    }

    private Account account(Counter counter) {
        Use use = use(counter);
        LocalDate today = clock.instant().atZone(Zone.SHANGHAI).toLocalDate();
        long limit = (use.allowed() * SHORT_AT + 99) / 100;
        return new Account(
                counter.name(),
                use.used(),
                use.allowed(),
                forecast.atMonthEnd(use.used(), today),
                forecast.reaches(limit, use.used(), today),
                YearMonth.from(today).atEndOfMonth());
    }

    @Override
    public long sessionReplies() {
        return counted(Counter.SESSION_REPLY);
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
        look();
    }

    /** Other nodes use the same account, so it is read even if this node used nothing. */
    private void look() {
        try {
            isShort.replaceAll((counter, old) -> use(counter).isNearlyAll());
        } catch (RuntimeException e) {
            log.warn("quota use not read: {}", e.toString());
        }
    }

    private void store(Counter counter, long calls) {
        try {
            mapper.add(month(), counter, calls);
            if (counter != Counter.SESSION_REPLY) {
                warn(counter);
            }
        } catch (RuntimeException e) {
            of(counter).addAndGet(calls);
            log.warn(
                    "quota use not stored: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private void warn(Counter counter) {
        Use use = use(counter);
        events.publishEvent(new Stored(counter, use));
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
