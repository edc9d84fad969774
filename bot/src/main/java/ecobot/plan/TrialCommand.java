package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Post.Part;
import ecobot.chat.Rehearsals;
import ecobot.chat.Rehearsals.ForGroup;
import ecobot.chat.Rehearsals.Rehearsal;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Group;
import ecobot.roster.GroupChoices;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 试发: the post as it would be now, marked as a trial, in the one group that is there for it; and which group that is. */
@Component
class TrialCommand implements Command {

    private final ScheduleFinder finder;
    private final Rehearsals rehearsals;
    private final GroupChoices choices;
    private final Roster roster;
    private final Audit audit;
    private final Templates templates;

    TrialCommand(
            ScheduleFinder finder,
            Rehearsals rehearsals,
            GroupChoices choices,
            Roster roster,
            Audit audit,
            Templates templates) {
        this.finder = finder;
        this.rehearsals = rehearsals;
        this.choices = choices;
        this.roster = roster;
        this.audit = audit;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "trial";
    }

    @Override
    public Set<Role> roles() {
        return Permission.DECIDE;
    }

    @Override
    public Reply handle(CommandCall call) {
        var words = templates.words("plan/plan-words", PlanWords.class);
        if (words.here().contains(call.folded())) {
            return here(call);
        } else if (words.none().contains(call.folded())) {
            return mark(call, Optional.empty());
        }
        var group = choices.testGroup();
        if (call.arguments().isEmpty()) {
            return Reply.of(
                    "plan/test-group", Map.of("group", group.map(Group::title).orElse("")));
        }
        return tryIn(group.orElseThrow(() -> UserMistake.of("plan/no-test-group", Map.of())), call);
    }

    private Reply tryIn(Group group, CommandCall call) {
        var schedule = finder.meantToPost(call.arguments()).schedule();
        finder.requireMay(call.member(), schedule);
        var title = finder.titleOf(schedule);
        var parts = parts(rehearsals.of(schedule), group)
                .orElseThrow(() -> UserMistake.of("plan/nothing-to-post", Map.of("title", title)));
        rehearsals.tryIn("trial:" + call.inboxId(), group, parts);
        audit.record(call.member().staffId(), "trial", "group:" + group.id(), Outcome.ALLOWED, schedule.name());
        return Reply.of("plan/tried", Map.of("title", title, "group", group.title()));
    }

    /** What the group itself would get, else what any would. What goes to single people is not for a group's eyes. */
    private static Optional<List<Part>> parts(Rehearsal rehearsal, Group group) {
        return rehearsal.groups().stream()
                .filter(part -> part.group().id() == group.id())
                .findFirst()
                .or(() -> rehearsal.groups().stream().findFirst())
                .map(ForGroup::parts);
    }

    private Reply here(CommandCall call) {
        if (call.group() == null) {
            throw UserMistake.of("plan/no-test-group", Map.of());
        }
        return mark(call, Optional.of(call.group()));
    }

    private Reply mark(CommandCall call, Optional<Group> group) {
        var before = choices.testGroup();
        choices.tryPostsIn(group.orElse(null));
        audit.record(
                call.member().staffId(),
                "trial-group",
                group.map(marked -> "group:" + marked.id()).orElse(null),
                Outcome.ALLOWED,
                null);
        return Reply.of(
                        "plan/test-group",
                        Map.of("group", group.map(Group::title).orElse("")))
                .undoable(before.map(Group::conversationId).orElse(""));
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return mark(call, roster.groupByConversation(token));
    }
}
