package ecobot.issue;

import ecobot.issue.Deadline.DayUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue as the database has it: flat, its kinds joined by commas. */
record IssueRow(
        long id,
        long unitId,
        long reporterId,
        @Nullable Long groupId,
        Issue.State state,
        Issue.Source source,
        @Nullable String place,
        String description,
        int deadlineAmount,
        DayUnit deadlineUnit,
        LocalDate deadlineStartOn,
        String deadlineRule,
        int deadlineCap,
        DayUnit deadlineCapUnit,
        LocalDate dueOn,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant closedAt,
        String kinds) {

    Issue toIssue() {
        var deadline = new Deadline(
                deadlineAmount,
                deadlineUnit,
                deadlineStartOn,
                deadlineRule,
                deadlineCap,
                deadlineCapUnit,
                dueOn,
                dueAt);
        return new Issue(
                id,
                unitId,
                reporterId,
                groupId,
                state,
                source,
                kindList(),
                place,
                description,
                deadline,
                createdAt,
                closedAt);
    }

    private List<Issue.Kind> kindList() {
        return Arrays.stream(kinds.split(",")).map(Issue.Kind::valueOf).toList();
    }
}
