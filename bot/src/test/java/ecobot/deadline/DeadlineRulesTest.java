package ecobot.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.YearNotice;
import ecobot.calendar.Zone;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Extension.Possible;
import ecobot.deadline.Extension.Reason;
import ecobot.deadline.Extension.Refused;
import ecobot.testing.ShippedCalendar;
import ecobot.text.Folding;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the sources, extensions, and the calculator against a naive one. The notice for 2027 in here is made up. */
class DeadlineRulesTest {

    private static final Instant NOON = at("2026-11-24T12:00");
    private static final int CASES = 1_000_000;
    private static final int WISHES = 100_000;

    private final WorkCalendar calendar = ShippedCalendar.calendar();
    private final Deadlines deadlines = deadlines(calendar);

    @Test
    void petition_counts_from_acceptance_once_it_is_accepted() {
        var received = deadlines.byDefault(Source.PETITION, at("2026-03-02T09:00"));

        var accepted = deadlines.onAcceptance(received, at("2026-03-10T16:00"));

        assertThat(received.dueOn()).isEqualTo("2026-05-01");
        assertThat(accepted.dueAt()).isEqualTo(at("2026-05-09T17:30"));
        assertThat(accepted.startOn()).isEqualTo("2026-03-10");
        assertThat(accepted.amount()).isEqualTo(60);
    }

    @Test
    void other_deadlines_do_not_care_when_they_are_accepted() {
        var patrol = deadlines.byDefault(Source.PATROL, NOON);
        var typed = typed("3天内", Source.PETITION);

        assertThat(deadlines.onAcceptance(patrol, NOON.plusSeconds(400_000))).isEqualTo(patrol);
        assertThat(deadlines.onAcceptance(typed, NOON.plusSeconds(400_000))).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "PETITION, 2026-09-18T23:59:59.999, 2026-10-03T17:30",
        "HOTLINE,  2026-09-30T08:00,        2026-10-08T17:30",
        "HOTLINE,  2026-10-09T08:00,        2026-10-10T17:30"
    })
    void acceptance_has_a_date_of_its_own(Source source, LocalDateTime received, LocalDateTime by) {
        assertThat(deadlines.acceptBy(source, at(received.toString()))).hasValue(at(by.toString()));
    }

    @Test
    void sources_without_such_a_rule_have_no_date_of_acceptance() {
        assertThat(deadlines.acceptBy(Source.PATROL, NOON)).isEqualTo(Optional.empty());
    }

    @Test
    void wrong_unit_has_two_working_days_to_return_it() {
        assertThat(deadlines.returnableUntil(at("2026-09-30T20:00"))).isEqualTo(at("2026-10-09T17:30"));
        assertThat(deadlines.returnableUntil(at("2026-10-09T09:00"))).isEqualTo(at("2026-10-12T17:30"));
    }

    @Test
    void reopened_issue_has_its_default_anew() {
        assertThat(deadlines.fresh(Source.HOTLINE, NOON)).isEqualTo(deadlines.byDefault(Source.HOTLINE, NOON));
    }

    @Test
    void extension_counts_from_the_day_that_it_is_due() {
        var deadline = deadlines.byDefault(Source.PATROL, at("2026-09-23T10:00"));

        var extended = possible(deadlines.extension(deadline, 4, DayUnit.WORKING));

        assertThat(deadline.dueOn()).isEqualTo("2026-10-08");
        assertThat(extended.dueAt()).isEqualTo(at("2026-10-13T17:30"));
        assertThat(extended.extra()).isEqualTo(4);
        assertThat(extended.amount()).isEqualTo(5);
        assertThat(deadlines.why(extended)).contains("已同意延期 4 个工作日，从原来的到期日起算");
        assertThat(Deadlines.again(extended, calendar)).isEqualTo(extended);
    }

    @Test
    void extension_in_other_days_is_compared_by_the_date() {
        var deadline = deadlines.byDefault(Source.PATROL, at("2026-11-02T10:00"));

        // Ten working days after Monday the ninth is Monday the twenty-third.
        assertThat(deadline.dueOn()).isEqualTo("2026-11-09");
        assertThat(possible(deadlines.extension(deadline, 7, DayUnit.CALENDAR)).dueOn())
                .isEqualTo("2026-11-16");
        assertThat(possible(deadlines.extension(deadline, 14, DayUnit.CALENDAR)).dueOn())
                .isEqualTo("2026-11-23");
        assertThat(deadlines.extension(deadline, 15, DayUnit.CALENDAR))
                .isEqualTo(new Refused(Reason.OVER_CAP, 10, DayUnit.WORKING, LocalDate.of(2026, 11, 23)));
        assertThat(deadlines.extension(deadline, 11, DayUnit.WORKING)).isInstanceOf(Refused.class);
    }

    @Test
    void extension_is_refused_with_its_reason() {
        var patrol = deadlines.byDefault(Source.PATROL, NOON);
        var once = possible(deadlines.extension(patrol, 1, DayUnit.CALENDAR));

        assertThat(reason(deadlines.byDefault(Source.SUPERIOR, NOON), 1)).isEqualTo(Reason.NOT_EXTENDABLE);
        assertThat(reason(once, 1)).isEqualTo(Reason.NOT_EXTENDABLE);
        assertThat(reason(patrol, 0)).isEqualTo(Reason.SAME_OR_EARLIER);
        assertThat(reason(patrol, -3)).isEqualTo(Reason.SAME_OR_EARLIER);
        assertThat(reason(deadlines.byDefault(Source.PETITION, NOON), 31)).isEqualTo(Reason.OVER_CAP);
    }

    @Test
    void more_days_are_never_an_earlier_date_and_never_above_the_cap() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("extensions: seed " + seed);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < WISHES; i++) {
            var deadline = deadlines.byDefault(one(Source.values(), random), instant(random));
            var unit = one(DayUnit.values(), random);
            int amount = random.nextInt(-2, 40);
            var latest = deadline.capUnit() == DayUnit.WORKING && deadline.cap() > 0
                    ? naive(deadline.dueOn(), deadline.cap())
                    : deadline.dueOn().plusDays(deadline.cap());
            var one = deadlines.extension(deadline, amount, unit);
            var more = deadlines.extension(deadline, amount + 1, unit);

            if (one instanceof Possible first) {
                assertThat(first.deadline().dueOn())
                        .as("seed %d, case %d", seed, i)
                        .isAfter(deadline.dueOn())
                        .isBeforeOrEqualTo(latest);
                assertThat(dateOf(more).orElse(latest))
                        .isAfterOrEqualTo(first.deadline().dueOn());
            } else if (amount > 0) {
                assertThat(more).as("seed %d, case %d", seed, i).isInstanceOf(Refused.class);
            }
        }
    }

    @Test
    void a_million_random_deadlines_agree_with_a_naive_calculator() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("deadlines: seed " + seed);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            var source = one(Source.values(), random);
            var received = instant(random);
            var expected = naiveDefault(source, received);
            if (!deadlines.byDefault(source, received).dueAt().equals(expected)) {
                assertThat(deadlines.byDefault(source, received).dueAt())
                        .as("seed %d, case %d: %s received %s", seed, i, source, received)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void host_zone_does_not_matter() {
        var kept = TimeZone.getDefault();
        var results = new ArrayList<List<Instant>>();
        try {
            for (var zone : List.of("UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Shanghai")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                results.add(someDates());
            }
        } finally {
            TimeZone.setDefault(kept);
        }

        assertThat(results.get(0)).hasSizeGreaterThan(20_000);
        assertThat(results).allSatisfy(dates -> assertThat(dates).isEqualTo(results.get(0)));
    }

    private List<Instant> someDates() {
        var fresh = deadlines(ShippedCalendar.calendar());
        var random = new SplittableRandom(7);
        var dates = new ArrayList<Instant>();
        for (int i = 0; i < 10_000; i++) {
            var received = instant(random);
            dates.add(fresh.byDefault(one(Source.values(), random), received).dueAt());
            dates.add(fresh.returnableUntil(received));
            fresh.acceptBy(Source.HOTLINE, received).ifPresent(dates::add);
        }
        return dates;
    }

    /** Midnight in Shanghai is four in the afternoon in Greenwich: the day of receipt turns there and nowhere else. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T23:59:59.999, 2026-11-30T17:30",
        "2026-11-24T00:00:00.000, 2026-12-01T17:30",
        "2026-10-09T23:59:59.999, 2026-10-15T17:30",
        "2026-10-10T00:00:00.000, 2026-10-16T17:30",
        "2026-10-11T00:00:00.000, 2026-10-16T17:30",
        "2026-12-31T23:59:59.999, 2027-01-07T17:30"
    })
    void day_of_receipt_ends_at_midnight_in_shanghai(LocalDateTime received, LocalDateTime due) {
        assertThat(deadlines.byDefault(Source.PATROL, at(received.toString())).dueAt())
                .isEqualTo(at(due.toString()));
    }

    @Test
    void deadline_moves_with_the_calendar_and_back() {
        var known = ShippedCalendar.with(List.of(madeUp2027()));
        var received = at("2026-12-29T09:00");
        var deadline = deadlines.byDefault(Source.PATROL, received);

        var moved = Deadlines.again(deadline, known);

        assertThat(deadline.dueOn()).isEqualTo("2027-01-05");
        assertThat(moved.dueOn()).isEqualTo("2027-01-06");
        assertThat(moved).isEqualTo(deadlines(known).byDefault(Source.PATROL, received));
        assertThat(Deadlines.again(moved, calendar)).isEqualTo(deadline);
        var typed = typed("2027-01-05 15:00前", Source.PATROL);
        assertThat(Deadlines.again(typed, known)).isEqualTo(typed);
    }

    @Test
    void dates_that_reach_into_an_unknown_year_are_unsure() {
        var received = at("2026-12-29T09:00");
        var deadline = deadlines.byDefault(Source.PATROL, received);

        assertThat(deadlines.isUnsure(deadline, received)).isTrue();
        assertThat(deadlines(ShippedCalendar.with(List.of(madeUp2027()))).isUnsure(deadline, received))
                .isFalse();
        assertThat(deadlines.isUnsure(deadlines.byDefault(Source.PATROL, NOON), NOON))
                .isFalse();
        assertThat(deadlines.isUnsure(deadlines.byDefault(Source.PATROL, NOON), at("2027-01-04T09:00")))
                .as("what is overdue is counted through the new year")
                .isTrue();
    }

    private Instant naiveDefault(Source source, Instant received) {
        var day = received.atZone(Zone.SHANGHAI).toLocalDate();
        var due = switch (source) {
            case PETITION -> day.plusDays(60);
            case HOTLINE, SUPERIOR -> day.plusDays(7);
            default -> naive(day, 5);
        };
        return due.atTime(LocalTime.of(17, 30)).atZone(Zone.SHANGHAI).toInstant();
    }

    private static final Set<LocalDate> OFF = ShippedCalendar.days(Kind.OFF);
    private static final Set<LocalDate> WORK = ShippedCalendar.days(Kind.WORK);

    private static LocalDate naive(LocalDate start, int workingDays) {
        var day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (WORK.contains(day) || (!weekend && !OFF.contains(day))) {
                left--;
            }
        }
        return day;
    }

    private static YearNotice madeUp2027() {
        return new YearNotice(
                2027,
                "made up",
                List.of(day("2027-01-01", Kind.OFF), day("2027-05-01", Kind.OFF), day("2027-10-01", Kind.OFF)));
    }

    private static SpecialDay day(String day, Kind kind) {
        return new SpecialDay(LocalDate.parse(day), kind, "made up");
    }

    private static Deadlines deadlines(WorkCalendar calendar) {
        return DeadlineFixture.deadlines(NOON, calendar);
    }

    private Deadline typed(String words, Source source) {
        var found = deadlines.find(Folding.fold(words)).orElseThrow();
        return java.util.Objects.requireNonNull(
                deadlines.typed(found, source, NOON).deadline());
    }

    private Reason reason(Deadline deadline, int amount) {
        return ((Refused) deadlines.extension(deadline, amount, DayUnit.CALENDAR)).reason();
    }

    private static Deadline possible(Extension extension) {
        assertThat(extension).isInstanceOf(Possible.class);
        return ((Possible) extension).deadline();
    }

    private static Optional<LocalDate> dateOf(Extension extension) {
        return extension instanceof Possible possible
                ? Optional.of(possible.deadline().dueOn())
                : Optional.empty();
    }

    /** Any millisecond from mid 2024 to mid 2027. */
    private static Instant instant(SplittableRandom random) {
        return at("2024-07-01T00:00").plusMillis(random.nextLong(1_095L * 86_400_000));
    }

    private static <T> T one(T[] all, SplittableRandom random) {
        return all[random.nextInt(all.length)];
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
