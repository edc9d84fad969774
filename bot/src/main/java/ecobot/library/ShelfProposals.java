package ecobot.library;

import ecobot.library.Material.Category;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ShelfProposals implements Proposals {

    private final Shelf shelf;
    private final Clock clock;

    ShelfProposals(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public long draft(Category category, String title, String summary, String body, String source) {
        var content = new Content(category, title, summary, body, source, null, null, null, null, List.of());
        return shelf.draft(content, null, clock.instant());
    }
}
