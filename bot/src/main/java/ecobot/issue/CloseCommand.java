package ecobot.issue;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 销号: closes an issue. Who may do it, and from which states, is in the table of moves. */
@Component
class CloseCommand implements Command {

    /** The first number and what stands around it; the rest is why. */
    private static final Pattern NUMBER_AND_REASON = Pattern.compile("(?s)^\\D{0,4}\\d{1,18}\\P{L}*(.*)$");

    private final Issues issues;
    private final IssueViews views;
    private final MoveTable moveTable;
    private final Roster roster;

    CloseCommand(Issues issues, IssueViews views, MoveTable moveTable, Roster roster) {
        this.issues = issues;
        this.views = views;
        this.moveTable = moveTable;
        this.roster = roster;
    }

    @Override
    public String name() {
        return "close";
    }

    @Override
    public Set<Role> roles() {
        return moveTable.rolesOf(Move.CLOSE);
    }

    @Override
    public Reply handle(CommandCall call) {
        long number = Numbers.one(call, name());
        var reason = reason(call.arguments());
        var issue = issues.move(
                number, Move.CLOSE, call.member(), reason.isEmpty() ? null : reason, call.inboxId(), call.at());
        var view = new Closed(
                views.line(issue, call.at()),
                !Objects.requireNonNull(issue.closedAt())
                        .isAfter(issue.deadline().dueAt()),
                call.member().name(),
                reason);
        var reply = Reply.of("issue/closed", view);
        for (var member : concerned(issue, call.member())) {
            reply = reply.telling(new MemberNote(member, "issue/closed", view));
        }
        return reply;
    }

    private Iterable<Member> concerned(Issue issue, Member by) {
        return Stream.concat(
                        roster.member(issue.reporterId()).stream(),
                        roster.membersOf(issue.unitId(), Role.LIAISON).stream())
                .filter(member -> member.id() != by.id())
                .distinct()
                .toList();
    }

    private static String reason(String arguments) {
        var parts = NUMBER_AND_REASON.matcher(arguments);
        return parts.matches() ? parts.group(1).strip() : arguments.strip();
    }

    /** @param reason empty when nothing was said */
    record Closed(IssueViews.Line issue, boolean onTime, String by, String reason) {}
}
