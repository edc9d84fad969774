package ecobot.push;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.outbox.Allowance;
import ecobot.outbox.QuietHours;
import ecobot.outbox.Targets;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a push by hand would do: what it looks like, where and when it goes, what it costs, and who has had it. Changes nothing. */
@Component
class PushProposals {

    private static final String OPEN_API = "OPEN_API";
    private static final int NAMED = 15;

    private final Materials materials;
    private final Cards cards;
    private final PushLedger ledger;
    private final Readings readings;
    private final Roster roster;
    private final Targets targets;
    private final Allowance allowance;
    private final QuietHours quietHours;
    private final Templates templates;
    private final Clock clock;

    PushProposals(
            Materials materials,
            Cards cards,
            PushLedger ledger,
            Readings readings,
            Roster roster,
            Targets targets,
            Allowance allowance,
            QuietHours quietHours,
            Templates templates,
            Clock clock) {
        this.materials = materials;
        this.cards = cards;
        this.ledger = ledger;
        this.readings = readings;
        this.roster = roster;
        this.targets = targets;
        this.allowance = allowance;
        this.quietHours = quietHours;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * A push that may be made.
     *
     * @param groups that get it, never none
     */
    record Plan(Material material, List<Group> groups, PushViews.Proposal shown) {}

    /** @throws UserMistake when it cannot be pushed, or to nobody */
    Plan plan(Asked asked) {
        var material = pushable(asked.number());
        readings.settle();
        var wanted = asked.groups().isEmpty() ? subscribers(material) : asked.groups();
        var had = ledger.had(material.id());
        var stopped = stopped();
        var groups = wanted.stream()
                .filter(group -> !had.containsKey(group.id()) && !stopped.contains(group.conversationId()))
                .toList();
        var before = wanted.stream()
                .flatMap(group ->
                        Optional.ofNullable(had.get(group.id()))
                                .map(at -> new PushViews.Before(group.title(), at))
                                .stream())
                .toList();
        if (groups.isEmpty()) {
            throw UserMistake.of(
                    "push/nobody-left", new Nobody(material.id(), material.title(), before, wanted.isEmpty()));
        }
        return new Plan(material, groups, shown(material, groups, before, wanted, stopped, asked.at()));
    }

    private PushViews.Proposal shown(
            Material material,
            List<Group> groups,
            List<PushViews.Before> before,
            List<Group> wanted,
            Set<String> stopped,
            @Nullable Instant at) {
        int files = cards.files(material).size();
        int hooks = Math.toIntExact(
                groups.stream().filter(group -> group.customRobot() != null).count());
        var shown = groups.subList(0, Math.min(NAMED, groups.size()));
        return new PushViews.Proposal(
                material.id(),
                List.of(cards.card(material, groups.get(0))),
                groups.size(),
                shown.stream().map(Group::title).toList(),
                groups.size() - shown.size(),
                before,
                wanted.stream()
                        .filter(group -> stopped.contains(group.conversationId()))
                        .map(Group::title)
                        .toList(),
                at,
                isQuiet(at),
                (groups.size() - hooks) * (1 + files) + files,
                hooks,
                left());
    }

    private long left() {
        return allowance.accounts().stream()
                .filter(account -> account.name().equals(OPEN_API))
                .mapToLong(account -> Math.max(0, account.allowed() - account.used()))
                .sum();
    }

    /** @throws UserMistake when it is not on the shelf */
    Material pushable(long number) {
        var material = materials
                .find(number)
                .orElseThrow(() -> UserMistake.of("push/no-such-material", Map.of("number", number)));
        return switch (material.state()) {
            case PUBLISHED, SUPERSEDED -> material;
            case DRAFT, REVIEWED, ARCHIVED ->
                throw UserMistake.of(
                        "push/not-published",
                        new NotPublished(number, material.title(), material.state() == Material.State.ARCHIVED));
        };
    }

    private List<Group> subscribers(Material material) {
        var post = words().posts().get(material.category());
        return post == null ? List.of() : roster.subscribersOf(post);
    }

    private Set<String> stopped() {
        return targets.stopped().stream().map(Targets.Stopped::conversationId).collect(Collectors.toSet());
    }

    /** Whether what leaves then waits for the morning; null for now. */
    boolean isQuiet(@Nullable Instant at) {
        var when = at == null ? clock.instant() : at;
        return quietHours.include(when.atZone(Zone.SHANGHAI).toLocalTime());
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }

    /** @param unasked whether no group was named and none subscribes */
    record Nobody(long number, String title, List<PushViews.Before> had, boolean unasked) {}

    record NotPublished(long number, String title, boolean archived) {}
}
