package ecobot.issue;

import ecobot.chat.Templates;
import ecobot.outbox.Extras;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Ding;
import ecobot.outbox.Outgoing.StandingTarget;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.util.List;
import org.springframework.stereotype.Component;

/** 加急: a manager's nudge that says so also rings by DING, where that is switched on. The table of moves says who may nudge, and how often. */
@Component
class UrgentNudges implements Aftermath {

    private final Extras extras;
    private final Outbox outbox;
    private final Roster roster;
    private final IssueViews views;
    private final Templates templates;

    UrgentNudges(Extras extras, Outbox outbox, Roster roster, IssueViews views, Templates templates) {
        this.extras = extras;
        this.outbox = outbox;
        this.roster = roster;
        this.views = views;
        this.templates = templates;
    }

    /** A move was made; only an urgent nudge rings. */
    @Override
    public void moved(Issue before, Issue issue, Step step, long moveId) {
        var by = step.by();
        var said = step.reason();
        if (step.move() != Move.NUDGE || by == null || said == null || !extras.dings()) {
            return;
        }
        var receivers = next(issue).stream()
                .map(Member::staffId)
                .filter(staffId -> !staffId.equals(by.staffId()))
                .toList();
        if (!receivers.isEmpty()
                && templates.words("issue/urgent", UrgentWords.class).isUrgent(said)) {
            var text = templates
                    .render("issue/ding", new Urgent(by.name(), views.label(issue), said))
                    .title();
            outbox.enqueue(new Outgoing(
                    "ding:" + issue.number() + ":" + moveId,
                    new StandingTarget("ecobot-ding-" + issue.number() + "-" + moveId),
                    new Ding(receivers, text),
                    List.of(),
                    Outgoing.Kind.NOTICE));
        }
    }

    /** Who has to act: whoever took it on, else the unit's liaisons; inspectors where it waits for them. */
    private List<Member> next(Issue issue) {
        var handler = issue.course().handlerId();
        return switch (issue.state()) {
            case ASSIGNED, RECTIFYING ->
                handler == null
                        ? roster.membersOf(issue.unitId(), Role.LIAISON)
                        : roster.member(handler).stream().toList();
            default -> roster.membersWith(Role.INSPECTOR);
        };
    }

    record Urgent(String by, String label, String said) {}
}
