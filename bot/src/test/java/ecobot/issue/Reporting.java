package ecobot.issue;

import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Instant;
import java.util.List;

/** Brings issues into being without the command: reported in private by xinfeng-2, for 新丰镇. */
final class Reporting {

    private final Issues issues;
    private final Roster roster;
    private final Deadlines deadlines;

    Reporting(Issues issues, Roster roster, Deadlines deadlines) {
        this.issues = issues;
        this.roster = roster;
        this.deadlines = deadlines;
    }

    /**
     * Reports one that is due by the default of a patrol.
     *
     * @param photos ids of fetches
     */
    Issue report(Source source, Kind kind, String place, List<Long> photos, Instant at, Instant receivedAt) {
        return issues.report(new NewIssue(
                roster.unitsNamed("新丰").get(0).id(),
                member("xinfeng-2").id(),
                null,
                source,
                List.of(kind),
                place,
                place + "有垃圾",
                deadlines.byDefault(Source.PATROL, receivedAt),
                photos,
                at,
                null,
                null));
    }

    Member member(String staffId) {
        return roster.memberByStaffId(staffId).orElseThrow();
    }
}
