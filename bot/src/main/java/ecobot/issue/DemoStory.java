package ecobot.issue;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Course.Completion;
import ecobot.issue.Course.Truth;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes up issues of the weeks before an instant, by a {@link DemoPlan}. The same instant always gives the same ones. */
final class DemoStory {

    private static final long SEED = 20_230_412;
    /** Who is late is usually so by a few days. */
    private static final Duration LATEST = Duration.ofDays(6);

    /** No longer than this before its date is an issue reported. */
    private static final int DAYS_AHEAD = 14;

    private final Random random = new Random(SEED);
    private final Words words;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;
    private final Roster roster;
    private final Instant now;

    DemoStory(Words words, Deadlines deadlines, WorkCalendar calendar, Roster roster, Instant now) {
        this.words = words;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.roster = roster;
        this.now = now;
    }

    /** All of them, numbered from 1 in the order in which they were reported. */
    List<Told> write(List<Unit> units, List<Member> inspectors) {
        var plan = new DemoPlan(words.outline(), Deadlines.dayOf(now), calendar::isWorkingDay, random);
        var reports = plan.of(units.size()).stream()
                .map(due -> report(units.get(due.unit()), due))
                .sorted(Comparator.comparing(Report::at))
                .toList();
        return IntStream.range(0, reports.size())
                .mapToObj(i -> tell(i + 1L, reports.get(i), one(inspectors)))
                .toList();
    }

    private Told tell(long id, Report report, Member inspector) {
        var seen = one(words.cases());
        var place = one(words.places());
        var closedAt = closedAt(report);
        var liaisons = roster.membersOf(report.unit().id(), Role.LIAISON);
        var handler = liaisons.isEmpty() ? inspector : one(liaisons);
        var end = closedAt == null ? now : closedAt;
        var acceptedAt = part(report.at(), end, 10 + random.nextInt(20));
        var submittedAt =
                closedAt != null || random.nextInt(4) == 0 ? part(report.at(), end, 60 + random.nextInt(30)) : null;
        boolean fresh = closedAt == null && random.nextInt(4) == 0;
        var course = new Course(
                state(closedAt, submittedAt, fresh),
                report.unit().id(),
                fresh ? null : handler.id(),
                report.at(),
                report.deadline(),
                closedAt,
                closedAt == null ? null : Truth.TRUE,
                closedAt == null ? null : Completion.WHOLE,
                null,
                null);
        var issue = new Issue(
                id,
                reporter(report.unit(), inspector).id(),
                null,
                report.source(),
                seen.kinds(),
                place,
                seen.text().replace("{place}", place),
                report.at(),
                null,
                course);
        return new Told(
                issue,
                handler.id(),
                fresh ? null : acceptedAt,
                fresh ? null : submittedAt,
                inspector.id(),
                one(words.closings()));
    }

    private static State state(@Nullable Instant closedAt, @Nullable Instant submittedAt, boolean fresh) {
        if (closedAt != null) {
            return State.CLOSED;
        } else if (fresh) {
            return State.ASSIGNED;
        }
        return submittedAt == null ? State.RECTIFYING : State.SUBMITTED;
    }

    private static Instant part(Instant from, Instant to, int percent) {
        return from.plus(Duration.between(from, to).multipliedBy(percent).dividedBy(100));
    }

    /** A report whose deadline is the planned day: by some phrase said on the right day, or by the date itself. */
    private Report report(Unit unit, DemoPlan.Due due) {
        var source = one(words.sources());
        var phrase = Folding.fold(one(words.deadlines()));
        for (int days = 0; days <= DAYS_AHEAD; days++) {
            var at = moment(due.on().minusDays(days));
            var deadline = deadline(phrase, source, at);
            if (at.isBefore(now) && deadline.dueOn().equals(due.on())) {
                return new Report(unit, source, deadline, at, due.fate());
            }
        }
        var yesterday = Deadlines.dayOf(now).minusDays(1);
        var usual = due.on().minusDays(3L + random.nextInt(5));
        var at = moment(usual.isBefore(yesterday) ? usual : yesterday);
        return new Report(unit, source, deadline(due.on().toString(), source, at), at, due.fate());
    }

    /** Some moment of a day's work. */
    private Instant moment(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0))
                .plusMinutes(random.nextInt(9 * 60))
                .atZone(Zone.SHANGHAI)
                .toInstant();
    }

    private Deadline deadline(String phrase, Source source, Instant reportedAt) {
        var typed = deadlines
                .whole(phrase)
                .map(found -> deadlines.typed(found, source, reportedAt).deadline());
        return typed.orElseGet(() -> deadlines.byDefault(source, reportedAt));
    }

    /** Null while it is open. What is done in time is done already, however far off its date is. */
    private @Nullable Instant closedAt(Report report) {
        var dueAt = report.deadline().dueAt();
        return switch (report.fate()) {
            case IN_TIME -> between(report.at(), earlier(dueAt, now));
            case LATE -> dueAt.isBefore(now) ? between(dueAt, earlier(dueAt.plus(LATEST), now)) : null;
            case OPEN -> null;
        };
    }

    private Instant between(Instant from, Instant to) {
        return from.plus(Duration.between(from, to)
                .multipliedBy(30L + random.nextInt(65))
                .dividedBy(100));
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }

    private Member reporter(Unit unit, Member inspector) {
        var own = roster.membersOf(unit.id(), Role.REPORTER);
        return own.isEmpty() || random.nextInt(3) == 0 ? inspector : one(own);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * One issue and how it went.
     *
     * @param acceptedAt null when nobody took it on yet
     * @param submittedAt null when nothing was said to be done
     */
    record Told(
            Issue issue,
            long handledBy,
            @Nullable Instant acceptedAt,
            @Nullable Instant submittedAt,
            long closedBy,
            String closing) {}

    /** What was reported and when. */
    private record Report(Unit unit, Source source, Deadline deadline, Instant at, DemoPlan.Fate fate) {}

    /**
     * What it is made of: {@code templates/issue/demo.yml}.
     *
     * @param deadlines phrases; empty ones for the default
     */
    record Words(
            DemoPlan.Outline outline,
            List<String> places,
            List<Case> cases,
            List<String> deadlines,
            List<Source> sources,
            List<String> closings) {}

    /** A sort of problem; {@code {place}} in the text is the place. */
    record Case(List<Kind> kinds, String text) {}
}
