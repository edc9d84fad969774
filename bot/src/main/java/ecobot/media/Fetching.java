package ecobot.media;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches one file, outside any transaction, and keeps it. */
@Component
class Fetching {

    private static final Logger log = LoggerFactory.getLogger(Fetching.class);
    private static final int MOST_DOUBLINGS = 20;

    private final MediaMapper media;
    private final Contents contents;
    private final ObjectProvider<MediaSource> source;
    private final MediaSettings settings;
    private final Clock machineClock;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Fetching(
            MediaMapper media,
            Contents contents,
            ObjectProvider<MediaSource> source,
            MediaSettings settings,
            @Qualifier("machineClock") Clock machineClock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.media = media;
        this.contents = contents;
        this.source = source;
        this.settings = settings;
        this.machineClock = machineClock;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    /** Makes one attempt, unless another node was faster. */
    void attempt(MediaMapper.DueFetch fetch) {
        if (media.begin(fetch, in(settings.lease())) == 0) {
            return;
        }
        try {
            MediaSource.Downloaded file = source.getObject().download(fetch.robotCode(), fetch.downloadCode());
            if (file.bytes().length == 0) {
                fail(fetch, "empty");
            } else if (file.bytes().length > Media.MAX_BYTES) {
                fail(fetch, "too-large");
            } else {
                keep(fetch, file.bytes());
            }
        } catch (MediaSource.Gone e) {
            fail(fetch, "gone");
        } catch (IOException | RuntimeException e) {
            failedOnce(fetch, e);
        }
    }

    private void keep(MediaMapper.DueFetch fetch, byte[] bytes) {
        transaction.executeWithoutResult(
                status -> media.held(fetch.id(), contents.keep(bytes, ContentType.of(bytes)), machineClock.instant()));
        meters.counter("ecobot.media.held").increment();
    }

    private void failedOnce(MediaMapper.DueFetch fetch, Exception failure) {
        if (machineClock.instant().isAfter(fetch.wantedAt().plus(settings.giveUpAfter()))) {
            fail(fetch, "unreachable");
            return;
        }
        Duration pause = pause(fetch.attempts());
        log.info(
                "File {} is fetched again in {}: {}",
                fetch.id(),
                pause,
                failure.getClass().getSimpleName());
        media.again(fetch.id(), in(pause));
    }

    private void fail(MediaMapper.DueFetch fetch, String reason) {
        log.warn("File {} could not be fetched: {}", fetch.id(), reason);
        media.failed(fetch.id(), reason, machineClock.instant());
        meters.counter("ecobot.media.failed").increment();
    }

    private Duration pause(int failures) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }

    private Instant in(Duration delay) {
        return machineClock.instant().plus(delay);
    }
}
