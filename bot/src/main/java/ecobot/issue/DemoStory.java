package ecobot.issue;

import ecobot.calendar.Zone;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.Source;
import ecobot.issue.Issue.State;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up issues of the weeks before an instant. The same instant always gives the same ones. */
final class DemoStory {

    private static final long SEED = 20_230_412;
    /** Who is late is usually so by a few days; hardly anybody forgets for good. */
    private static final int LATEST_DAYS = 9;

    private static final int FORGOTTEN_PERCENT = 25;

    private final Random random = new Random(SEED);
    private final Words words;
    private final Deadlines deadlines;
    private final Roster roster;
    private final Instant now;

    DemoStory(Words words, Deadlines deadlines, Roster roster, Instant now) {
        this.words = words;
        this.deadlines = deadlines;
        this.roster = roster;
        this.now = now;
    }

    /** All of them, numbered from 1 in the order in which they were reported. */
    List<Told> write(List<Unit> units, List<Member> inspectors) {
        var moments = Stream.generate(this::reportedAt)
                .limit(words.count())
                .sorted(Comparator.naturalOrder())
                .toList();
        var stories = new ArrayList<Told>();
        for (var moment : moments) {
            int which = random.nextInt(units.size());
            stories.add(tell(
                    stories.size() + 1L,
                    units.get(which),
                    words.onTime().get(which % words.onTime().size()),
                    one(inspectors),
                    moment));
        }
        return stories;
    }

    private Told tell(long id, Unit unit, int onTimePercent, Member inspector, Instant reportedAt) {
        var seen = one(words.cases());
        var place = one(words.places());
        var source = one(words.sources());
        var deadline = deadline(source, reportedAt);
        var closedAt = closedAt(reportedAt, deadline, onTimePercent);
        var row = new IssueRow(
                id,
                unit.id(),
                reporter(unit, inspector).id(),
                null,
                closedAt == null ? State.ASSIGNED : State.CLOSED,
                source,
                place,
                seen.text().replace("{place}", place),
                deadline.amount(),
                deadline.unit(),
                deadline.startOn(),
                deadline.rule(),
                deadline.cap(),
                deadline.capUnit(),
                deadline.dueOn(),
                deadline.dueAt(),
                reportedAt,
                closedAt,
                "");
        return new Told(row, seen.kinds(), inspector.id(), one(words.closings()));
    }

    /** Some moment of a day's work, never later than now. */
    private Instant reportedAt() {
        var day = now.atZone(Zone.SHANGHAI).toLocalDate().minusDays(random.nextInt(words.weeks() * 7));
        var moment = day.atTime(LocalTime.of(8, 0))
                .plusMinutes(random.nextInt(9 * 60))
                .atZone(Zone.SHANGHAI)
                .toInstant();
        return moment.isBefore(now) ? moment : moment.minus(Duration.ofDays(1));
    }

    private Deadline deadline(Source source, Instant reportedAt) {
        var phrase = Folding.fold(one(words.deadlines()));
        var typed = deadlines
                .whole(phrase)
                .map(found -> deadlines.typed(found, source, reportedAt).deadline());
        return typed.orElseGet(() -> deadlines.byDefault(source, reportedAt));
    }

    private @Nullable Instant closedAt(Instant reportedAt, Deadline deadline, int onTimePercent) {
        var time = Duration.between(reportedAt, deadline.dueAt());
        boolean onTime = random.nextInt(100) < onTimePercent;
        long share = 30 + random.nextInt(65);
        var late = Duration.ofHours(8L + random.nextInt(LATEST_DAYS * 24));
        boolean forgotten = random.nextInt(100) < FORGOTTEN_PERCENT;
        var closedAt = onTime
                ? reportedAt.plus(time.multipliedBy(share).dividedBy(100))
                : deadline.dueAt().plus(late);
        return closedAt.isAfter(now) || (!onTime && forgotten) ? null : closedAt;
    }

    private Member reporter(Unit unit, Member inspector) {
        var own = roster.membersOf(unit.id(), Role.REPORTER);
        return own.isEmpty() || random.nextInt(3) == 0 ? inspector : one(own);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One issue and how it was closed, if it was. */
    record Told(IssueRow row, List<Kind> kinds, long closedBy, String closing) {}

    /**
     * What it is made of: {@code templates/issue/demo.yml}.
     *
     * @param onTime per cent of issues that a unit closes on time, one unit after the other
     * @param deadlines phrases; empty ones for the default
     */
    record Words(
            int count,
            int weeks,
            List<Integer> onTime,
            List<String> places,
            List<Case> cases,
            List<String> deadlines,
            List<Source> sources,
            List<String> closings) {}

    /** A sort of problem; {@code {place}} in the text is the place. */
    record Case(List<Kind> kinds, String text) {}
}
