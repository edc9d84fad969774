package ecobot.push;

import ecobot.chat.Post;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.outbox.Targets;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduleDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What somebody pushed by hand, to the groups that he named. A schedule that was set for one push rests after it, until the next one takes it. Groups that
 * have had the material meanwhile get nothing; nor do those that were stopped, for which it would be lost: once they are opened it can be pushed there.
 */
@Component
class PushPost implements Post {

    static final String NAME = "push";

    private final PushMapper rows;
    private final PushLedger ledger;
    private final Materials materials;
    private final Cards cards;
    private final Roster roster;
    private final Targets targets;
    private final ScheduleDesk desk;

    PushPost(
            PushMapper rows,
            PushLedger ledger,
            Materials materials,
            Cards cards,
            Roster roster,
            Targets targets,
            ScheduleDesk desk) {
        this.rows = rows;
        this.ledger = ledger;
        this.materials = materials;
        this.cards = cards;
        this.roster = roster;
        this.targets = targets;
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** It goes to the groups that are named. */
    @Override
    public boolean forGroups() {
        return false;
    }

    /** It is planned by {@code /推送}, which asks for more than a time. */
    @Override
    public boolean planned() {
        return false;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        Map<Long, Group> groups = roster.groups().stream()
                .filter(group -> !targets.isStopped(group.conversationId()))
                .collect(Collectors.toMap(Group::id, Function.identity()));
        Map<Group, List<Part>> parts = new LinkedHashMap<>();
        for (var order : rows.waitingFor(occurrence.schedule().id())) {
            if (rows.take(order.id(), occurrence.id()) == 1) {
                rows.groupsOf(order.id()).stream()
                        .filter(groups::containsKey)
                        .map(groups::get)
                        .forEach(group -> add(parts, order, group, occurrence));
            }
        }
        if (occurrence.schedule().enabled()) {
            desk.enable(occurrence.schedule(), false);
        }
        return new Named(parts);
    }

    private void add(Map<Group, List<Part>> parts, PushMapper.Order order, Group group, Occurrence occurrence) {
        var material = materials.find(order.materialId()).orElseThrow();
        var before = parts.getOrDefault(group, List.of());
        if (isOnTheShelf(material) && ledger.deliver(material.id(), group, occurrence, before.size() + 1)) {
            parts.put(
                    group,
                    Stream.concat(before.stream(), cards.parts(material, group).stream())
                            .toList());
        }
    }

    /** It may have been taken down while the push waited. */
    private static boolean isOnTheShelf(Material material) {
        return material.state() == Material.State.PUBLISHED || material.state() == Material.State.SUPERSEDED;
    }

    private record Named(Map<Group, List<Part>> parts) implements Edition {

        @Override
        public List<Group> groups() {
            return List.copyOf(parts.keySet());
        }

        @Override
        public List<Part> partsFor(Group group) {
            return parts.getOrDefault(group, List.of());
        }
    }
}
