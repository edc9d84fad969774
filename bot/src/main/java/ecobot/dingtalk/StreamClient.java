package ecobot.dingtalk;

import ecobot.dingtalk.StreamLink.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps one stream link up. A link that drops is replaced at once; a link that is told to go is replaced first and closed afterwards; a platform
 * that refuses is asked again ever more rarely. Starts when the application is ready (in try-it mode the platform is this very application) and
 * stops before everything else.
 */
@Component
@ConditionalOnProperty(name = "ecobot.dingtalk.intake", havingValue = "stream", matchIfMissing = true)
class StreamClient implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamClient.class);
    private static final long CHECK_MILLIS = 1000;
    private static final long FAREWELL_MILLIS = 2000;

    private final StreamConnector connector;
    private final StreamConnection connection;
    private final StreamFigures figures;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    /** The current link, and older ones that still have answers to give. */
    private final Queue<StreamLink> links = new ConcurrentLinkedQueue<>();

    private volatile @Nullable StreamLink current;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable ScheduledExecutorService threads;

    StreamClient(StreamConnector connector, StreamConnection connection, StreamFigures figures) {
        this.connector = connector;
        this.connection = connection;
        this.figures = figures;
    }

    /** Not at the end of the context's refresh: what is served there may not be ready for a client. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public synchronized void start() {
        if (threads != null) {
            return;
        }
        stopping = new CountDownLatch(1);
        connection.starting();
        threads = Executors.newScheduledThreadPool(2, StreamClient::thread);
        threads.execute(this::keepConnected);
        threads.scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dingtalk-stream");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    @Override
    public synchronized void stop() {
        if (threads == null) {
            return;
        }
        stopping.countDown();
        threads.shutdownNow();
        threads = null;
        awaitAnswers();
        links.forEach(StreamLink::close);
        links.clear();
        connection.stopped();
    }

    /** What was taken in should be acknowledged before the goodbye. */
    private void awaitAnswers() {
        try {
            for (long waited = 0; waited < FAREWELL_MILLIS && !allAnswered(); waited += 20) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean allAnswered() {
        return links.stream().allMatch(StreamLink::isAnswered);
    }

    private void keepConnected() {
        try {
            while (stopping.getCount() > 0) {
                Optional<StreamLink> link = connect();
                if (link.isPresent()) {
                    ended(link.get(), link.get().ending().get());
                }
            }
        } catch (InterruptedException e) {
            log.debug("stream stopped");
        } catch (ExecutionException | RuntimeException e) {
            log.error("defect: the stream ended", e);
            connection.lost("defect");
        }
    }

    private Optional<StreamLink> connect() throws InterruptedException {
        try {
            StreamLink link = connector.open();
            boolean first = current == null;
            links.add(link);
            current = link;
            connection.connected();
            if (!first) {
                figures.reconnected();
            }
            log.info("stream connected");
            return Optional.of(link);
        } catch (StreamRefused e) {
            refused(e.code());
        } catch (IOException e) {
            unreachable(reason(e));
        } catch (RuntimeException e) {
            log.error("cannot open the stream", e);
            unreachable("defect");
        }
        return Optional.empty();
    }

    private void refused(String code) throws InterruptedException {
        if (stopping.getCount() == 0) {
            return;
        }
        connection.refused(code);
        Duration wait = backoff.after(Backoff.Kind.REFUSED);
        log.error(
                "DingTalk refuses the connection ({}): check DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET; next try in {} s",
                code,
                wait.toSeconds());
        pause(wait);
    }

    private void unreachable(String reason) throws InterruptedException {
        if (stopping.getCount() == 0) {
            return;
        }
        connection.lost(reason);
        Duration wait = backoff.after(Backoff.Kind.UNREACHABLE);
        log.warn("no stream connection ({}), next try in {} ms", reason, wait.toMillis());
        pause(wait);
    }

    private void ended(StreamLink link, Ending why) throws InterruptedException {
        if (stopping.getCount() == 0) {
            return;
        }
        log.info("stream link ended: {}", why);
        if (link.wasUseful()) {
            backoff.reset();
        }
        if (why == Ending.MOVE) {
            return;
        }
        links.remove(link);
        connection.lost(why == Ending.SILENT ? "silent" : "dropped");
        if (!link.wasUseful()) {
            pause(backoff.after(Backoff.Kind.FELL_AT_ONCE));
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopping");
        }
    }

    /** Our own messages are words; those of the JDK may name addresses. */
    private static String reason(IOException problem) {
        boolean ours = problem.getClass() == IOException.class && problem.getMessage() != null;
        return ours ? String.valueOf(problem.getMessage()) : problem.getClass().getSimpleName();
    }

    private void check() {
        try {
            connection.watch();
            links.forEach(StreamLink::check);
            links.removeIf(this::isDone);
        } catch (RuntimeException e) {
            log.error("defect: stream check failed", e);
        }
    }

    private boolean isDone(StreamLink link) {
        if (link == current || !link.isDrained()) {
            return false;
        }
        link.close();
        return true;
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
