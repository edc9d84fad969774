package ecobot.push;

import ecobot.library.Material;
import ecobot.library.Material.Category;
import ecobot.library.Materials;
import ecobot.outbox.Allowance;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Targets;
import ecobot.outbox.Targets.Stopped;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What there is to send next, and to whom. */
@Component
class Shelf {

    private final Materials materials;
    private final PushMapper rows;
    private final Roster roster;
    private final Targets targets;
    private final Allowance allowance;

    Shelf(Materials materials, PushMapper rows, Roster roster, Targets targets, Allowance allowance) {
        this.materials = materials;
        this.rows = rows;
        this.roster = roster;
        this.targets = targets;
        this.allowance = allowance;
    }

    /** The groups that get a post; what is sent to a stopped one would be lost for it. */
    List<Group> subscribers(String post) {
        var stopped = targets.stopped().stream().map(Stopped::conversationId).collect(Collectors.toSet());
        return roster.subscribersOf(post).stream()
                .filter(group -> !stopped.contains(group.conversationId()))
                .toList();
    }

    /** What is published and a group has not had, by the order of publishing. */
    List<Material> notHad(Category category, Group group) {
        var had = Set.copyOf(rows.hadOf(group.id(), category));
        return materials.published(category).stream()
                .filter(material -> !had.contains(material.id()))
                .toList();
    }

    boolean isQuotaShort() {
        return allowance.isShort(Channel.APP_GROUP);
    }
}
