package ecobot.issue;

import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Source;
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
        @Nullable Long handlerId,
        @Nullable Long parentId,
        @Nullable Long mergedInto,
        Issue.State state,
        Source source,
        @Nullable String place,
        String description,
        int deadlineAmount,
        DayUnit deadlineUnit,
        LocalDate deadlineStartOn,
        String deadlineRule,
        int deadlineCap,
        DayUnit deadlineCapUnit,
        int deadlineExtra,
        DayUnit deadlineExtraUnit,
        LocalDate dueOn,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant assignedAt,
        @Nullable Instant closedAt,
        Course.@Nullable Truth truth,
        Course.@Nullable Completion completion,
        @Nullable LocalDate recheckOn,
        String kinds) {

    static IssueRow of(Issue issue) {
        var course = issue.course();
        var deadline = course.deadline();
        return new IssueRow(
                issue.number(),
                course.unitId(),
                issue.reporterId(),
                issue.groupId(),
                course.handlerId(),
                issue.parentId(),
                course.mergedInto(),
                course.state(),
                issue.source(),
                issue.place(),
                issue.description(),
                deadline.amount(),
                deadline.unit(),
                deadline.startOn(),
                deadline.rule(),
                deadline.cap(),
                deadline.capUnit(),
                deadline.extra(),
                deadline.extraUnit(),
                deadline.dueOn(),
                deadline.dueAt(),
                issue.createdAt(),
                course.assignedAt(),
                course.closedAt(),
                course.truth(),
                course.completion(),
                course.recheckOn(),
                "");
    }

    Issue toIssue() {
        var deadline = new Deadline(
                deadlineAmount,
                deadlineUnit,
                deadlineStartOn,
                deadlineRule,
                deadlineCap,
                deadlineCapUnit,
                deadlineExtra,
                deadlineExtraUnit,
                dueOn,
                dueAt);
        var course = new Course(
                state, unitId, handlerId, assignedAt, deadline, closedAt, truth, completion, recheckOn, mergedInto);
        return new Issue(id, reporterId, groupId, source, kindList(), place, description, createdAt, parentId, course);
    }

    private List<Issue.Kind> kindList() {
        return Arrays.stream(kinds.split(",")).map(Issue.Kind::valueOf).toList();
    }
}
