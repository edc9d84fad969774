package ecobot.media;

import ecobot.media.Media.Fetch.Reason;
import ecobot.media.Media.Fetch.State;
import ecobot.picture.Cleaned;
import ecobot.picture.Format;
import ecobot.picture.Pictures;
import ecobot.picture.Position;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches one file, outside any transaction, and keeps it; of a picture, what may be shown. */
@Component
class Fetching {

    private static final Logger log = LoggerFactory.getLogger(Fetching.class);
    private static final int MOST_DOUBLINGS = 20;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final MediaMapper media;
    private final Contents contents;
    private final Pictures pictures;
    private final ObjectProvider<MediaSource> source;
    private final MediaSettings settings;
    private final Clock machineClock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    Fetching(
            MediaMapper media,
            Contents contents,
            Pictures pictures,
            ObjectProvider<MediaSource> source,
            MediaSettings settings,
            @Qualifier("machineClock") Clock machineClock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.media = media;
        this.contents = contents;
        this.pictures = pictures;
        this.source = source;
        this.settings = settings;
        this.machineClock = machineClock;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
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
                fail(fetch, Reason.EMPTY);
            } else if (file.bytes().length > Media.MAX_BYTES) {
                fail(fetch, Reason.TOO_LARGE);
            } else {
                keep(fetch, file.bytes());
            }
        } catch (MediaSource.Gone e) {
            fail(fetch, Reason.GONE);
        } catch (MediaSource.TooLarge e) {
            fail(fetch, Reason.TOO_LARGE);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failedOnce(fetch, e);
        }
    }

    private void keep(MediaMapper.DueFetch fetch, byte[] bytes) {
        var format = Format.of(bytes);
        if (!fetch.asPicture() && !format.map(Format::isReadable).orElse(false)) {
            String type = format.map(Format::contentType).orElse(UNKNOWN_TYPE);
            held(fetch, () -> contents.keep(bytes, type), null, null);
            return;
        }
        Cleaned cleaned = pictures.clean(bytes);
        if (cleaned instanceof Cleaned.Picture picture) {
            held(fetch, () -> contents.keep(picture), picture.takenAt(), picture.position());
        } else {
            fail(fetch, Reason.of(((Cleaned.Refused) cleaned).why()));
        }
    }

    private void held(
            MediaMapper.DueFetch fetch,
            Supplier<String> keeping,
            @Nullable Instant takenAt,
            @Nullable Position position) {
        transaction.executeWithoutResult(status -> {
            if (media.held(fetch.id(), keeping.get(), takenAt, position, machineClock.instant()) == 1) {
                events.publishEvent(new FetchEnded(fetch.id(), State.HELD, null));
            }
        });
        meters.counter("ecobot.media.held").increment();
    }

    private void failedOnce(MediaMapper.DueFetch fetch, Throwable failure) {
        if (machineClock.instant().isAfter(fetch.wantedAt().plus(settings.giveUpAfter()))) {
            fail(fetch, Reason.UNREACHABLE);
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

    private void fail(MediaMapper.DueFetch fetch, Reason reason) {
        log.warn("File {} could not be fetched: {}", fetch.id(), reason);
        transaction.executeWithoutResult(status -> {
            if (media.failed(fetch.id(), reason, machineClock.instant()) == 1) {
                events.publishEvent(new FetchEnded(fetch.id(), State.FAILED, reason));
            }
        });
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
