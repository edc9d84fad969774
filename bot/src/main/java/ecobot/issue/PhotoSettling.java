package ecobot.issue;

import ecobot.chat.Templates;
import ecobot.issue.Issue.State;
import ecobot.issue.IssuePhotoMapper.PhotoRow;
import ecobot.issue.IssuePhotoMapper.Subject;
import ecobot.media.Media.Fetch;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws the consequences of what became of a photo, once: where it was taken is the issue's place if that was not known; that it could not be
 * kept is told to who sent it, in private.
 */
@Component
class PhotoSettling {

    private static final String KEY = "photo-failed/";

    private final IssuePhotoMapper photos;
    private final PhotoWords words;
    private final Templates templates;
    private final Roster roster;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PhotoSettling(
            IssuePhotoMapper photos,
            PhotoWords words,
            Templates templates,
            Roster roster,
            Outbox outbox,
            Clock clock,
            TransactionTemplate transaction) {
        this.photos = photos;
        this.words = words;
        this.templates = templates;
        this.roster = roster;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Settles a photo whose fetch has ended, unless somebody else has. */
    void settle(PhotoRow photo, Fetch fetch) {
        transaction.executeWithoutResult(status -> {
            var issue = photos.lock(photo.issueId());
            if (photos.settle(photo.id(), clock.instant()) == 1) {
                if (fetch.state() == Fetch.State.HELD) {
                    locate(issue, fetch);
                } else {
                    tell(issue, photo, fetch);
                }
            }
        });
    }

    private void locate(Subject issue, Fetch fetch) {
        var position = fetch.position();
        if (position == null) {
            return;
        }
        var place = words.of(position);
        if (photos.setPlace(issue.id(), place) == 1) {
            photos.addMove(issue, Move.LOCATE, clock.instant(), place);
        }
    }

    private void tell(Subject issue, PhotoRow photo, Fetch fetch) {
        if (issue.state() == State.WITHDRAWN) {
            return;
        }
        var sender = photos.sender(photo);
        roster.member(sender == null ? issue.reporterId() : sender)
                .ifPresent(member -> outbox.enqueue(message(member, issue, photo, fetch)));
    }

    private Outgoing message(Member to, Subject issue, PhotoRow photo, Fetch fetch) {
        var failure = words.of(Objects.requireNonNull(fetch.reason()));
        var together = photos.of(issue.id()).stream()
                .filter(other -> other.addedAt().equals(photo.addedAt()))
                .map(PhotoRow::id)
                .toList();
        var view = view(issue, photo, failure, together);
        var message = templates.render("issue/photo-failed", view);
        return new Outgoing(
                KEY + photo.id(),
                new Outgoing.PersonTarget(to.staffId(), null),
                new Outgoing.Markdown(message.title(), message.text()),
                List.of(),
                Outgoing.Kind.NOTICE);
    }

    private Failed view(Subject issue, PhotoRow photo, PhotoWords.Failure failure, List<Long> together) {
        return new Failed(
                issue.id(),
                photo.addedAt(),
                together.size() > 1,
                together.indexOf(photo.id()) + 1,
                words.of(photo.moment()),
                failure.why(),
                failure.remedy());
    }

    /**
     * What the sender reads.
     *
     * @param several whether it was one of several photos, the {@code ordinal}-th of them
     */
    record Failed(
            long number, Instant sentAt, boolean several, int ordinal, String moment, String why, String remedy) {}
}
