package ecobot.issue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ecobot.database.AfterCommit;
import ecobot.database.InRounds;
import ecobot.database.PassingTrouble;
import ecobot.database.Rounds;
import ecobot.issue.IssuePhotoMapper.PhotoRow;
import ecobot.media.FetchEnded;
import ecobot.media.Media;
import ecobot.media.Media.Fetch;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks for photos that have ended and are not settled. The end of a fetch only makes it look sooner: the rows say what there is to do, so
 * nothing is lost with a process, nor when a photo had ended before its issue was reported.
 */
@Component
class PhotoRounds implements InRounds {

    private static final Logger log = LoggerFactory.getLogger(PhotoRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final Duration A_LITTLE_LATER = Duration.ofMillis(500);
    private static final int AT_A_TIME = 200;

    private final IssuePhotoMapper photos;
    private final Media media;
    private final PhotoSettling settling;
    private final Rounds rounds = new Rounds("photo-consequences", EVERY, this::round);

    PhotoRounds(IssuePhotoMapper photos, Media media, PhotoSettling settling) {
        this.photos = photos;
        this.media = media;
        this.settling = settling;
    }

    /** Looks twice: a small photo is there sooner than the report that it came with is stored. */
    @EventListener
    void on(FetchEnded ended) {
        AfterCommit.run(() -> {
            rounds.nudge();
            rounds.nudgeAfter(A_LITTLE_LATER);
        });
    }

    void round() {
        List<PhotoRow> some = photos.unsettled(0, AT_A_TIME);
        settle(some);
        while (some.size() == AT_A_TIME) {
            some = photos.unsettled(some.get(AT_A_TIME - 1).id(), AT_A_TIME);
            settle(some);
        }
    }

    private void settle(List<PhotoRow> some) {
        var ended = media.ended(some.stream().map(PhotoRow::fetchId).toList()).stream()
                .collect(toMap(Fetch::id, identity()));
        for (var photo : some) {
            var fetch = ended.get(photo.fetchId());
            if (fetch != null) {
                settle(photo, fetch);
            }
        }
    }

    /** One that cannot be settled must not keep the others waiting. */
    private void settle(PhotoRow photo, Fetch fetch) {
        try {
            settling.settle(photo, fetch);
        } catch (RuntimeException e) {
            log.warn(
                    "Photo {} of issue {} cannot be settled for now: {}",
                    photo.id(),
                    photo.issueId(),
                    PassingTrouble.inShort(e),
                    PassingTrouble.is(e) ? null : e);
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
