package ecobot.media;

import ecobot.database.PassingTrouble;
import ecobot.database.Rounds;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Fetches what people sent as soon as it is wished for: nobody knows how long the platform keeps it. */
@Component
class Fetcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Fetcher.class);
    private static final int ENOUGH = 32;
    private static final int STOP_PATIENCE_SECONDS = 5;

    private final MediaMapper media;
    private final Fetching fetching;
    private final ObjectProvider<MediaSource> source;
    private final MediaSettings settings;
    private final Clock machineClock;
    private final Rounds rounds;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ExecutorService pool;

    Fetcher(
            MediaMapper media,
            Fetching fetching,
            ObjectProvider<MediaSource> source,
            MediaSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        this.media = media;
        this.fetching = fetching;
        this.source = source;
        this.settings = settings;
        this.machineClock = machineClock;
        this.rounds = new Rounds("media-fetches", settings.poll(), this::round);
    }

    /** Says that something was wished for. */
    void nudge() {
        rounds.nudge();
    }

    @Override
    public synchronized void start() {
        if (source.getIfAvailable() == null) {
            log.warn("Nothing fetches files in this application");
            return;
        }
        pool = Executors.newFixedThreadPool(settings.fetchers(), new CustomizableThreadFactory("media-fetcher-"));
        rounds.start();
    }

    @Override
    public synchronized void stop() {
        rounds.stop();
        ExecutorService running = pool;
        pool = null;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        try {
            running.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        busy.clear();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private void round() {
        List<MediaMapper.DueFetch> due = media.due(machineClock.instant(), ENOUGH);
        due.forEach(this::begin);
    }

    private void begin(MediaMapper.DueFetch fetch) {
        ExecutorService running = pool;
        if (running != null && busy.size() < ENOUGH && busy.add(fetch.id())) {
            running.execute(() -> fetch(fetch));
        }
    }

    private void fetch(MediaMapper.DueFetch fetch) {
        try {
            fetching.attempt(fetch);
        } catch (RuntimeException e) {
            log.warn(
                    "File {} could not be kept for now: {}",
                    fetch.id(),
                    PassingTrouble.inShort(e),
                    PassingTrouble.is(e) ? null : e);
        } finally {
            busy.remove(fetch.id());
            rounds.nudge();
            rounds.nudgeAfter(settings.firstPause());
        }
    }
}
