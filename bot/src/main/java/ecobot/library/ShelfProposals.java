package ecobot.library;

import ecobot.library.Material.State;
import ecobot.roster.Member;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ShelfProposals implements Proposals {

    private final Shelf shelf;
    private final ShelfMapper rows;
    private final Reviewers reviewers;
    private final Clock clock;

    ShelfProposals(Shelf shelf, ShelfMapper rows, Reviewers reviewers, Clock clock) {
        this.shelf = shelf;
        this.rows = rows;
        this.reviewers = reviewers;
        this.clock = clock;
    }

    @Override
    public long draft(Words words) {
        return shelf.draft(content(words), null, clock.instant());
    }

    @Override
    public Kept keep(@Nullable Long earlier, Words words, long writer) {
        var standing = earlier == null ? null : rows.lock(earlier);
        if (standing == null || standing.state() == State.ARCHIVED) {
            long number = shelf.draft(content(words), writer, clock.instant());
            return new Kept(number, number, true);
        }
        boolean fresh = !standing.isOpen() && rows.revisionOf(standing.id()) == null;
        long draft = shelf.draftOf(standing, writer, clock.instant());
        shelf.rewrite(draft, content(words), writer);
        return new Kept(standing.id(), draft, fresh);
    }

    @Override
    public List<Member> reviewers(long writer) {
        return reviewers.besides(writer);
    }

    private static Content content(Words words) {
        return new Content(
                words.category(),
                words.title(),
                words.summary(),
                words.body(),
                words.source(),
                null,
                null,
                null,
                null,
                List.of());
    }
}
