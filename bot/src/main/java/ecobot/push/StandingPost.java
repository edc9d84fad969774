package ecobot.push;

import ecobot.chat.Post;
import ecobot.library.Material.Category;
import ecobot.scheduler.Occurrence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of material by a standing schedule. Each group gets the next one, by the order of publishing, that it has not had: groups that subscribed
 * together are at the same place, one that came later begins at the beginning. A group that has had all of them gets nothing.
 */
final class StandingPost implements Post {

    private final String name;
    private final Category category;
    private final Shelf shelf;
    private final PushLedger ledger;
    private final Cards cards;

    StandingPost(String name, Category category, Shelf shelf, PushLedger ledger, Cards cards) {
        this.name = name;
        this.category = category;
        this.shelf = shelf;
        this.ledger = ledger;
        this.cards = cards;
    }

    @Override
    public String name() {
        return name;
    }

    Category category() {
        return category;
    }

    @Override
    public boolean optional() {
        return true;
    }

    /** While quota is short nothing is taken from the shelf: what would be left out on its way must not count as had. */
    @Override
    public Edition compose(Occurrence occurrence) {
        if (shelf.isQuotaShort()) {
            return group -> List.of();
        }
        Map<Long, List<Part>> parts = new HashMap<>();
        for (var group : shelf.subscribers(name)) {
            shelf.notHad(category, group).stream()
                    .filter(material -> ledger.deliver(material.id(), group, occurrence, 1))
                    .findFirst()
                    .ifPresent(material -> parts.put(group.id(), cards.parts(material, group)));
        }
        return group -> parts.getOrDefault(group.id(), List.of());
    }
}
