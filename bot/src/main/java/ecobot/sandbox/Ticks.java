package ecobot.sandbox;

import ecobot.TryIt;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What the stand-in does unasked, by the machine's clock: pings, pushing again, telling the page how things stand. */
@TryIt
@Component
class Ticks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticks.class);
    private static final Duration PING = Duration.ofSeconds(10);
    private static final Duration RESEND = Duration.ofSeconds(1);
    private static final Duration NEWS = Duration.ofMillis(500);

    private final Stream stream;
    private final Events events;
    private final Status status;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "sandbox-timer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;
    private String lastStatus = "";
    private String lastQuota = "";

    /** The stand-in's memory is asked for so that it is complete before the first tick. */
    Ticks(Stream stream, Events events, Status status, Memory memory) {
        this.stream = stream;
        this.events = events;
        this.status = status;
        java.util.Objects.requireNonNull(memory);
    }

    @Override
    public void start() {
        running = true;
        every(PING, stream::pingAll);
        every(PING, events::beat);
        every(RESEND, stream::resend);
        every(NEWS, this::tellNews);
    }

    /** Ends before the web server waits for its open connections. */
    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        events.close();
        stream.of(null).forEach(Connection::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void later(Duration delay, Runnable task) {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void every(Duration period, Runnable task) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        log.error("sandbox: a periodic task failed", e);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void tellNews() {
        lastStatus = tellIfNew("status", lastStatus, status.view());
        lastQuota = tellIfNew("quota", lastQuota, status.quota());
    }

    private String tellIfNew(String name, String last, Object view) {
        var text = Json.text(view);
        if (!text.equals(last)) {
            events.tell(name, view);
        }
        return text;
    }
}
