package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Posts;
import ecobot.chat.Posts.Kind;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Group;
import ecobot.roster.GroupChoices;
import ecobot.roster.GroupChoices.Subscription;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What groups get without asking. Everybody may look; those change it who decide, publish or configure, and the liaison of a unit that the group is
 * bound to, for it is that liaison whom the group's members ask.
 */
@Component
class Subscriptions {

    private final GroupChoices choices;
    private final Posts posts;
    private final Roster roster;
    private final SubscriptionViews views;
    private final Narrowings narrowings;
    private final Audit audit;
    private final JsonMapper json;

    Subscriptions(
            GroupChoices choices,
            Posts posts,
            Roster roster,
            SubscriptionViews views,
            Templates templates,
            Audit audit,
            JsonMapper json) {
        this.choices = choices;
        this.posts = posts;
        this.roster = roster;
        this.views = views;
        this.narrowings = new Narrowings(roster, posts, templates.words("plan/filter-words", FilterWords.class));
        this.audit = audit;
        this.json = json;
    }

    Reply list(CommandCall call) {
        return call.group() == null ? views.ofAllGroups() : views.of(call.group(), mayChange(call, call.group()));
    }

    /** @throws UserMistake when it is not in a group, not allowed, or no post or units are meant */
    Reply subscribe(CommandCall call) {
        var group = groupToChange(call);
        var start = post(call);
        var only = narrowings.read(start.rest(), start.kind());
        var before = current(group, start.kind());
        var after = new Subscription(start.kind().name(), only.unitIds(), only.kinds());
        if (before.filter(after::equals).isPresent()) {
            return Reply.of("plan/subscribed-already", views.one(start.kind(), after));
        }
        choices.subscribe(group.id(), after);
        record(call, "subscribe", group, after);
        return Reply.of("plan/subscribed", views.one(start.kind(), after))
                .undoable(token(group, start.kind(), before, Optional.of(after)));
    }

    /** @throws UserMistake as {@link #subscribe}, and when there is no such subscription */
    Reply unsubscribe(CommandCall call) {
        var group = groupToChange(call);
        var kind = post(call).kind();
        var before = current(group, kind);
        if (before.isEmpty()) {
            throw UserMistake.of("plan/not-subscribed", Map.of("title", kind.title()));
        }
        choices.unsubscribe(group.id(), kind.name());
        record(call, "unsubscribe", group, before.get());
        return Reply.of("plan/unsubscribed", Map.of("title", kind.title()))
                .undoable(token(group, kind, before, Optional.empty()));
    }

    /** @throws UserMistake when somebody changed the subscription since */
    Reply undo(CommandCall call, String token) {
        var change = json.readValue(token, Change.class);
        var kind = posts.named(change.post()).orElseThrow();
        if (!current(change.groupId(), kind).equals(Optional.ofNullable(change.after()))) {
            throw UserMistake.of("plan/subscription-changed-since", Map.of("title", kind.title()));
        }
        if (change.before() == null) {
            choices.unsubscribe(change.groupId(), change.post());
        } else {
            choices.subscribe(change.groupId(), change.before());
        }
        audit.record(
                call.member().staffId(),
                "subscription-undo",
                "group:" + change.groupId(),
                Outcome.ALLOWED,
                change.post());
        return Reply.of(
                "plan/subscription-restored", Map.of("title", kind.title(), "subscribed", change.before() != null));
    }

    private Group groupToChange(CommandCall call) {
        var group = call.group();
        if (group == null) {
            throw UserMistake.of("plan/subscribe-in-group", Map.of());
        }
        if (!mayChange(call, group)) {
            throw UserMistake.of("plan/subscribe-not-allowed", Map.of());
        }
        return group;
    }

    private static boolean mayChange(CommandCall call, Group group) {
        var unit = call.member().unit();
        return Permission.has(call.member())
                || (call.member().is(Role.LIAISON)
                        && unit != null
                        && group.unitIds().contains(unit.id()));
    }

    private Posts.Start post(CommandCall call) {
        return posts.startOf(call.arguments())
                .filter(start -> start.kind().forGroups())
                .orElseThrow(() -> UserMistake.of("plan/which-post", views.choice(call.arguments())));
    }

    private Optional<Subscription> current(Group group, Kind kind) {
        return current(group.id(), kind);
    }

    private Optional<Subscription> current(long groupId, Kind kind) {
        return choices.of(groupId).stream()
                .filter(subscription -> subscription.post().equals(kind.name()))
                .findFirst();
    }

    private void record(CommandCall call, String action, Group group, Subscription subscription) {
        audit.record(
                call.member().staffId(),
                action,
                "group:" + group.id(),
                Outcome.ALLOWED,
                subscription.post() + " " + subscription.unitIds() + " " + subscription.kinds());
    }

    private String token(Group group, Kind kind, Optional<Subscription> before, Optional<Subscription> after) {
        return json.writeValueAsString(new Change(group.id(), kind.name(), before.orElse(null), after.orElse(null)));
    }

    /** What was done; null where the group did not subscribe. */
    record Change(
            long groupId,
            String post,
            @Nullable Subscription before,
            @Nullable Subscription after) {}
}
