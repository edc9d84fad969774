package ecobot.issue;

import ecobot.calendar.Zone;
import ecobot.chat.Formats;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What templates may see of an issue: every decision made, every id a name. */
@Component
public class IssueViews {

    private static final int SHORT = 28;

    private final Roster roster;
    private final IssueWords words;
    private final Deadlines deadlines;
    private final Formats formats;

    IssueViews(Roster roster, IssueWords words, Deadlines deadlines, Formats formats) {
        this.roster = roster;
        this.words = words;
        this.deadlines = deadlines;
        this.formats = formats;
    }

    /** One line of a list. */
    public Line line(Issue issue, Instant now) {
        return new Line(
                issue.number(),
                unit(issue.unitId()),
                words.of(issue.kinds()),
                Objects.requireNonNullElse(issue.place(), ""),
                shortened(issue.description()),
                words.of(issue.state()),
                issue.deadline().dueOn(),
                dueTime(issue),
                issue.isOpen() ? deadlines.left(issue.deadline(), now) : "",
                issue.isOverdueAt(now),
                deadlines.isUnsure(issue.deadline(), now),
                acceptBy(issue),
                issue.createdAt());
    }

    /** By when its unit has to sign for it, where a rule says so. */
    private List<At> acceptBy(Issue issue) {
        var assignedAt = issue.course().assignedAt();
        return issue.state() != State.ASSIGNED || assignedAt == null
                ? List.of()
                : deadlines.acceptBy(issue.source(), assignedAt).stream()
                        .map(At::new)
                        .toList();
    }

    /** Kinds in words. */
    public String kinds(Collection<Kind> kinds) {
        return words.of(kinds.stream().sorted().toList());
    }

    /** An issue in a few words, for a button. */
    String label(Issue issue) {
        return words.label(
                issue.number(),
                unit(issue.unitId()),
                shortened(Objects.requireNonNullElse(issue.place(), issue.description())));
    }

    /** The whole of an issue. */
    Whole whole(Issue issue, List<IssueMove> history, Instant now) {
        return whole(issue, history, List.of(), now);
    }

    /** The whole of an issue that was split, with its parts. */
    Whole whole(Issue issue, List<IssueMove> history, List<Issue> parts, Instant now) {
        var course = issue.course();
        return new Whole(
                issue.number(),
                unit(issue.unitId()),
                words.of(issue.kinds()),
                words.of(issue.source()),
                Objects.requireNonNullElse(issue.place(), ""),
                issue.description(),
                words.of(issue.state()),
                issue.deadline().dueOn(),
                dueTime(issue),
                issue.isOpen() ? deadlines.left(issue.deadline(), now) : "",
                issue.isOverdueAt(now),
                deadlines.isUnsure(issue.deadline(), now),
                reasons(issue.deadline()),
                history.stream().map(this::step).toList(),
                course.handlerId() == null ? "" : name(course.handlerId()),
                number(issue.parentId()),
                number(course.mergedInto()),
                parts.stream().map(part -> line(part, now)).toList(),
                course.truth() == null ? "" : words.of(course.truth()),
                course.completion() == null ? "" : words.of(course.completion()),
                Stream.ofNullable(course.recheckOn()).map(Day::new).toList(),
                (int) history.stream()
                        .filter(made -> made.move() == Move.RECHECK_FAIL)
                        .count());
    }

    /** Why it is due when it is. */
    List<Reason> reasons(Deadline deadline) {
        return deadlines.why(deadline).stream().map(Reason::new).toList();
    }

    private String dueTime(Issue issue) {
        return formats.time(LocalTime.ofInstant(issue.deadline().dueAt(), Zone.SHANGHAI));
    }

    String unit(long id) {
        return roster.unit(id).map(Unit::name).orElse("");
    }

    private Step step(IssueMove move) {
        return new Step(
                move.movedAt(),
                name(move.memberId()),
                words.of(move.move()),
                move.fromState() == move.toState() ? "" : words.of(move.toState()),
                Objects.requireNonNullElse(move.reason(), ""));
    }

    String name(@Nullable Long memberId) {
        return memberId == null
                ? words.system()
                : roster.member(memberId).map(Member::name).orElse(words.formerMember());
    }

    /** What kinds of problems are called, in one line. */
    public String kinds(List<Kind> kinds) {
        return words.of(kinds);
    }

    String name(State state) {
        return words.of(state);
    }

    private static String number(@Nullable Long number) {
        return number == null ? "" : Long.toString(number);
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "\u2026";
    }

    /**
     * One line of a list.
     *
     * @param place empty when it is not known
     * @param left how long until it is due; empty when it is not open
     * @param unsure whether the date reaches into a year of which no holidays are known
     */
    public record Line(
            long number,
            String unit,
            String kinds,
            String place,
            String text,
            String state,
            LocalDate due,
            String dueTime,
            String left,
            boolean overdue,
            boolean unsure,
            List<At> acceptBy,
            Instant reportedAt) {}

    public record At(Instant moment) {}

    /**
     * The whole of an issue.
     *
     * @param handler who took it on; empty when nobody did
     * @param parent number of the issue that it was split from; empty when it was not
     * @param mergedInto number of the issue that it goes on in; empty when it does not
     * @param truth empty before verification, and {@code completion} likewise
     * @param recheck the day to look again, if there is one
     * @param failedRechecks how often somebody looked again and found it as before
     */
    record Whole(
            long number,
            String unit,
            String kinds,
            String source,
            String place,
            String text,
            String state,
            LocalDate due,
            String dueTime,
            String left,
            boolean overdue,
            boolean unsure,
            List<Reason> reasons,
            List<Step> steps,
            String handler,
            String parent,
            String mergedInto,
            List<Line> parts,
            String truth,
            String completion,
            List<Day> recheck,
            int failedRechecks) {}

    record Day(LocalDate day) {}

    /** One sentence. */
    record Reason(String reason) {}

    /**
     * One line of the history.
     *
     * @param state the state that it led to; empty when the state stayed
     * @param why empty when nothing was said
     */
    record Step(Instant at, String who, String move, String state, String why) {}
}
