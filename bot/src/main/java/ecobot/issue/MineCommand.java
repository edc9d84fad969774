package ecobot.issue;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.roster.Role;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** 我的: what I answer for, if I am a liaison, what waits for me, if I am an inspector, and what I reported. */
@Component
class MineCommand implements Command {

    private static final int SHOWN = 8;

    private final Issues issues;
    private final IssueViews views;
    private final InspectionViews inspection;

    MineCommand(Issues issues, IssueViews views, InspectionViews inspection) {
        this.issues = issues;
        this.views = views;
        this.inspection = inspection;
    }

    @Override
    public String name() {
        return "mine";
    }

    @Override
    public Reply handle(CommandCall call) {
        var member = call.member();
        var unit = member.unit();
        boolean answers = unit != null && member.is(Role.LIAISON);
        var own = IssueFilter.ofUnits(answers && unit != null ? List.of(unit.id()) : List.of());
        var reported = issues.reportedBy(member.id(), SHOWN);
        return Reply.of(
                "issue/mine",
                new Mine(
                        answers && unit != null ? unit.name() : "",
                        Part.of(lines(issues.open(own, SHOWN), call.at()), issues.countOpen(own)),
                        member.is(Role.INSPECTOR) ? List.of(inspection.at(call.at())) : List.of(),
                        Part.of(lines(reported, call.at()), issues.countReportedBy(member.id()))));
    }

    private List<IssueViews.Line> lines(List<Issue> list, Instant now) {
        return list.stream().map(issue -> views.line(issue, now)).toList();
    }

    /**
     * What concerns one person.
     *
     * @param unit the unit that I am a liaison of; empty when I am none
     * @param inspection what waits for me as an inspector, if I am one
     */
    record Mine(String unit, Part answering, List<InspectionViews.View> inspection, Part reporting) {}

    /** @param more how many are not shown */
    record Part(int count, List<IssueViews.Line> issues, int more) {
        static Part of(List<IssueViews.Line> lines, int count) {
            return new Part(count, lines, Math.max(0, count - lines.size()));
        }
    }
}
