package ecobot.report;

import ecobot.issue.Course;
import ecobot.issue.Issue;
import ecobot.issue.Issue.State;
import ecobot.issue.IssueFilter;
import ecobot.issue.IssueMove;
import ecobot.issue.IssuePhoto;
import ecobot.issue.Issues;
import ecobot.issue.Move;
import ecobot.issue.NewIssue;
import ecobot.issue.Step;
import ecobot.issue.UnitFigures;
import ecobot.issue.Waiting;
import ecobot.roster.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues in a list: enough for commands that report and look up. */
final class ListedIssues implements Issues {

    final List<Issue> all = new ArrayList<>();
    final List<NewIssue> reported = new ArrayList<>();
    final List<Long> joined = new ArrayList<>();

    @Override
    public Issue report(NewIssue issue) {
        reported.add(issue);
        var course = new Course(
                State.ASSIGNED,
                issue.unitId(),
                null,
                issue.reportedAt(),
                issue.deadline(),
                null,
                null,
                null,
                null,
                null);
        var stored = new Issue(
                all.size() + 1L,
                issue.reporterId(),
                issue.groupId(),
                issue.source(),
                issue.kinds(),
                issue.place(),
                issue.description(),
                issue.reportedAt(),
                null,
                course);
        all.add(stored);
        return stored;
    }

    @Override
    public Optional<Issue> byNumber(long number) {
        return all.stream().filter(issue -> issue.number() == number).findFirst();
    }

    @Override
    public List<Issue> newestOpen(long unitId, int limit) {
        return all.stream().filter(issue -> issue.unitId() == unitId).toList();
    }

    @Override
    public Issue join(
            long number, String description, List<Long> photos, Member by, @Nullable Long inboxId, Instant at) {
        joined.add(number);
        return byNumber(number).orElseThrow();
    }

    @Override
    public List<Issue> open(IssueFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int countOpen(IssueFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Issue> reportedBy(long memberId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int countReportedBy(long memberId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<IssueMove> history(long number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<IssuePhoto> photos(long number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Moved move(long number, Step step) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Moved takeBack(long number, long moveId, Member by, @Nullable Long inboxId, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Issue> movable(Move move, @Nullable Long unitId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Waiting waiting(LocalDate today, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Issue> partsOf(long number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<UnitFigures> figures(Instant from, Instant to, Instant now) {
        throw new UnsupportedOperationException();
    }
}
