package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.deadline.DeadlineFixture;
import ecobot.deadline.Deadlines;
import ecobot.roster.ListedRoster;
import ecobot.roster.Role;
import ecobot.testing.Year2026;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration has something to show on whatever day of the week somebody tries it. */
class DemoStoryTest {

    private static final String MONDAY = "2026-11-23T00:05";
    private static final String WEDNESDAY = "2026-11-25T10:30";
    private static final String SUNDAY = "2026-11-29T21:00";
    private static final int ENOUGH = 3;

    @ParameterizedTest
    @ValueSource(strings = {MONDAY, WEDNESDAY, SUNDAY, "2026-10-07T09:00", "2026-02-20T09:00"})
    void there_are_three_hundred_and_none_from_the_future(String when) {
        var now = at(when);

        var rows = storyAt(now);

        assertThat(rows)
                .hasSize(300)
                .isSortedAccordingTo((one, two) -> one.createdAt().compareTo(two.createdAt()));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.createdAt()).isBefore(now).isBefore(row.dueAt());
            assertThat(row.closedAt() == null || row.closedAt().isBefore(now)).isTrue();
            assertThat(row.closedAt() == null || row.closedAt().isAfter(row.createdAt()))
                    .isTrue();
        });
        assertThat(storyAt(now)).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {MONDAY, WEDNESDAY, SUNDAY})
    void nearly_all_units_have_enough_to_be_ranked_in_each_of_three_weeks_and_one_has_not(String when) {
        var now = at(when);

        for (int weeksAgo = 0; weeksAgo < 3; weeksAgo++) {
            var due = perUnit(storyAt(now), dueInWeek(now, weeksAgo));
            assertThat(due.values()).filteredOn(n -> n >= ENOUGH).hasSizeBetween(9, 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MONDAY, WEDNESDAY, SUNDAY})
    void when_the_week_ends_some_units_are_blameless_some_are_not_and_two_are_bad(String when) {
        var now = at(when);
        var rows = storyAt(now);
        var thisWeek = dueInWeek(now, 0);

        var due = perUnit(rows, thisWeek);
        var closed = perUnit(rows, thisWeek.and(row -> row.closedAt() != null));
        var shares = due.keySet().stream()
                .filter(unit -> due.get(unit) >= ENOUGH)
                .map(unit -> 100 * closed.getOrDefault(unit, 0L) / due.get(unit))
                .toList();

        assertThat(shares).filteredOn(share -> share == 100).hasSizeGreaterThanOrEqualTo(4);
        if (when.equals(SUNDAY)) {
            assertThat(shares).filteredOn(share -> share < 100).hasSizeGreaterThanOrEqualTo(3);
        } else {
            assertThat(shares).filteredOn(share -> share < 100).hasSizeGreaterThanOrEqualTo(5);
            assertThat(shares).filteredOn(share -> share < 50).hasSizeBetween(1, 3);
        }
        assertThat(closed.values().stream().mapToLong(n -> n).sum())
                .isGreaterThan(rows.stream().filter(thisWeek).count() * 6 / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {MONDAY, WEDNESDAY, SUNDAY})
    void a_handful_is_overdue(String when) {
        var now = at(when);

        assertThat(storyAt(now).stream()
                        .filter(row -> row.closedAt() == null && row.dueAt().isBefore(now)))
                .hasSizeBetween(3, 10);
    }

    private static List<IssueRow> storyAt(Instant now) {
        var roster = new ListedRoster();
        var inspector = roster.member("核查员一", "分局", Role.INSPECTOR);
        var words = IssueFixture.templatesAt(now).words("issue/demo", DemoStory.Words.class);
        return new DemoStory(words, DeadlineFixture.deadlinesAt(now), new Year2026(), roster, now)
                .write(roster.rankedUnits(), List.of(inspector)).stream()
                        .map(told -> IssueRow.of(told.issue()))
                        .toList();
    }

    private static Predicate<IssueRow> dueInWeek(Instant now, int weeksAgo) {
        LocalDate monday = Deadlines.dayOf(now)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeksAgo);
        return row -> !row.dueOn().isBefore(monday) && row.dueOn().isBefore(monday.plusWeeks(1));
    }

    private static Map<Long, Long> perUnit(List<IssueRow> rows, Predicate<IssueRow> which) {
        return rows.stream().filter(which).collect(Collectors.groupingBy(IssueRow::unitId, Collectors.counting()));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
