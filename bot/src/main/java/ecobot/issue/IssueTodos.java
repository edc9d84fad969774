package ecobot.issue;

import ecobot.chat.Templates;
import ecobot.outbox.Extras;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Todo;
import ecobot.outbox.StandingId;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 待办: keeps a todo with everybody who has to act on an issue by its date: whoever took it on, before that the unit's liaisons. Whoever has
 * nothing to do any more, because it was handed in, closed or went elsewhere, has his todo ticked off. Stored with the move itself.
 */
@Component
class IssueTodos implements Aftermath {

    private static final int MOST = 3;
    private static final String ABOUT = "issue";

    private final Extras extras;
    private final Outbox outbox;
    private final Roster roster;
    private final IssueViews views;
    private final Templates templates;

    IssueTodos(Extras extras, Outbox outbox, Roster roster, IssueViews views, Templates templates) {
        this.extras = extras;
        this.outbox = outbox;
        this.roster = roster;
        this.views = views;
        this.templates = templates;
    }

    @Override
    public void began(Issue issue) {
        if (extras.todos()) {
            inCharge(issue).forEach(staffId -> put(issue, staffId, false, 0));
        }
    }

    /** An issue was moved; what is as it was is not sent again. */
    @Override
    public void moved(Issue before, Issue after, Step step, long moveId) {
        if (!extras.todos()) {
            return;
        }
        Set<String> had = inCharge(before);
        Set<String> have = inCharge(after);
        had.stream().filter(staffId -> !have.contains(staffId)).forEach(staffId -> put(before, staffId, true, moveId));
        have.stream()
                .filter(staffId -> !had.contains(staffId) || isOtherDate(before, after))
                .forEach(staffId -> put(after, staffId, false, moveId));
    }

    /** Whose todo of which issue is known by that id; empty when it is none. */
    static Optional<StandingId> own(String standingId) {
        return StandingId.of(ABOUT, standingId);
    }

    /**
     * Sends once more what somebody's todo of an issue is by now.
     *
     * @param refusedId of the message that it makes up for
     * @return false when it is nothing but ticked off
     */
    boolean again(Issue issue, String staffId, long refusedId) {
        boolean open = inCharge(issue).contains(staffId);
        put(issue, staffId, !open, "again:" + refusedId);
        return open;
    }

    private static boolean isOtherDate(Issue before, Issue after) {
        return !before.deadline().dueAt().equals(after.deadline().dueAt());
    }

    private void put(Issue issue, String staffId, boolean done, long moveId) {
        put(issue, staffId, done, Long.toString(moveId));
    }

    /** @param occasion what makes the key unique */
    private void put(Issue issue, String staffId, boolean done, String occasion) {
        var subject =
                templates.render("issue/todo", new Subject(views.label(issue))).title();
        outbox.enqueue(new Outgoing(
                "todo:" + issue.number() + ":" + staffId + ":" + occasion,
                new StandingId(ABOUT, issue.number(), staffId).target(),
                new Todo(staffId, subject, issue.deadline().dueAt(), done),
                List.of(),
                Outgoing.Kind.NOTICE));
    }

    private Set<String> inCharge(Issue issue) {
        return switch (issue.state()) {
            case ASSIGNED, RECTIFYING ->
                people(issue).stream().map(Member::staffId).collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    private List<Member> people(Issue issue) {
        var handler = issue.course().handlerId();
        return handler == null
                ? roster.membersOf(issue.unitId(), Role.LIAISON).stream()
                        .limit(MOST)
                        .toList()
                : roster.member(handler).stream().toList();
    }

    record Subject(String label) {}
}
