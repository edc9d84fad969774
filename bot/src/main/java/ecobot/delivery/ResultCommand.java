package ecobot.delivery;

import ecobot.audit.Audit;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.outbox.Deliveries;
import ecobot.outbox.Deliveries.Delivery;
import ecobot.outbox.Deliveries.Outcome;
import ecobot.outbox.Deliveries.Scope;
import ecobot.outbox.Deliveries.State;
import ecobot.outbox.Deliveries.Target;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 结果: what became of a post, and deciding about what failed or nobody knows. The bureau and admins see every post, a unit's managers and trainers what
 * went to the groups of their unit.
 */
@Component
class ResultCommand implements Command {

    private static final int LATEST = 10;

    private final Deliveries deliveries;
    private final DeliveryViews views;
    private final Roster roster;
    private final Templates templates;
    private final Audit audit;

    ResultCommand(Deliveries deliveries, DeliveryViews views, Roster roster, Templates templates, Audit audit) {
        this.deliveries = deliveries;
        this.views = views;
        this.roster = roster;
        this.templates = templates;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "result";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MANAGER, Role.TRAINER, Role.ADMIN);
    }

    @Override
    public Reply handle(CommandCall call) {
        var scope = scope(call.member());
        var asked = Asked.of(call, words());
        var number = asked.number();
        if (number == null) {
            return Reply.of("delivery/results", views.latest(deliveries.latest(scope, LATEST)));
        }
        var delivery = deliveries
                .find(number, scope)
                .orElseThrow(() -> UserMistake.of("delivery/result-unknown", Map.of("number", number)));
        var meant = meant(delivery, asked);
        return switch (asked.deed()) {
            case SHOW -> Reply.of("delivery/result", views.of(meant));
            case RESEND -> resend(call, meant, State.FAILED);
            case REPEAT -> resend(call, meant, State.UNKNOWN);
            case ARRIVED -> arrived(call, meant);
        };
    }

    private DeliveryWords words() {
        return templates.words("delivery/words", DeliveryWords.class);
    }

    private Scope scope(Member member) {
        var unit = member.unit();
        if (member.is(Role.ADMIN) || (unit != null && unit.kind() == Unit.Kind.BUREAU)) {
            return Scope.everything();
        }
        return new Scope(
                unit == null
                        ? List.of()
                        : roster.groupsOf(unit.id()).stream()
                                .map(Group::conversationId)
                                .toList());
    }

    /** The post with only the targets whose names were typed. */
    private Delivery meant(Delivery delivery, Asked asked) {
        if (asked.names().isEmpty()) {
            return delivery;
        }
        var meant = delivery.outcomes().stream()
                .filter(outcome -> {
                    var name = Folding.fold(views.name(outcome.target()));
                    return asked.names().stream().anyMatch(name::contains);
                })
                .toList();
        if (meant.isEmpty()) {
            throw UserMistake.of(
                    "delivery/result-whom",
                    Map.of("number", delivery.number(), "names", String.join(" ", asked.names())));
        }
        return new Delivery(delivery.number(), delivery.title(), delivery.storedAt(), meant);
    }

    private Reply resend(CommandCall call, Delivery delivery, State state) {
        var targets = targets(delivery, state, Outcome::resendable);
        deliveries.resend(delivery.number(), state, targets, call.member().staffId());
        record(call, delivery, state == State.FAILED ? "resend" : "repeat", targets);
        var after = deliveries.find(delivery.number(), scope(call.member())).orElse(delivery);
        return Reply.of("delivery/resent", views.resent(after, targets, state == State.UNKNOWN));
    }

    private Reply arrived(CommandCall call, Delivery delivery) {
        var targets = targets(delivery, State.UNKNOWN, outcome -> true);
        deliveries.arrived(delivery.number(), targets, call.member().staffId());
        record(call, delivery, "arrived", targets);
        return Reply.of("delivery/arrived", views.resent(delivery, targets, false));
    }

    private Set<Target> targets(Delivery delivery, State state, Predicate<Outcome> decidable) {
        var targets = delivery.outcomes().stream()
                .filter(outcome -> outcome.state() == state)
                .filter(decidable)
                .map(Outcome::target)
                .collect(Collectors.toUnmodifiableSet());
        if (targets.isEmpty()) {
            throw UserMistake.of("delivery/result-none", views.none(delivery, state));
        }
        return targets;
    }

    private void record(CommandCall call, Delivery delivery, String deed, Set<Target> targets) {
        audit.record(
                call.member().staffId(),
                "result-" + deed,
                "post:" + delivery.number(),
                Audit.Outcome.ALLOWED,
                targets.size() + " targets");
    }
}
