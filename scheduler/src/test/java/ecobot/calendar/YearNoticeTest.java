package ecobot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.FlawedNotice.Flaw;
import ecobot.calendar.SpecialDay.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notices for 2027 in here are made up. */
class YearNoticeTest {

    @Test
    void days_come_in_order_and_each_once() {
        List<SpecialDay> days = madeUp();
        days.add(0, off("2027-10-02"));
        days.add(off("2027-10-02"));

        assertThat(new YearNotice(2027, "made up", days).days())
                .extracting(SpecialDay::day)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(LocalDate.of(2027, 10, 2));
    }

    @Test
    void last_days_of_december_may_be_in_the_next_years_notice() {
        List<SpecialDay> days = madeUp();
        days.add(off("2026-12-31"));

        assertThat(new YearNotice(2027, "made up", days).days().get(0).day()).isEqualTo("2026-12-31");
        assertFlaw(Flaw.OTHER_YEAR, off("2026-12-01"));
        assertFlaw(Flaw.OTHER_YEAR, off("2028-01-01"));
    }

    @Test
    void impossible_notices_are_refused_with_the_day() {
        assertFlaw(Flaw.WORK_ON_WEEKDAY, work("2027-02-15"));
        assertFlaw(Flaw.OFF_AND_WORK, off("2027-02-14"));
        assertThatThrownBy(() -> new YearNotice(2027, "cut off", List.of(off("2027-01-01"))))
                .isInstanceOfSatisfying(FlawedNotice.class, flawed -> {
                    assertThat(flawed.flaw()).isEqualTo(Flaw.STATUTORY_DAY_MISSING);
                    assertThat(flawed.day()).isEqualTo("2027-05-01");
                });
        List<SpecialDay> tooMany = madeUp();
        LocalDate.of(2027, 6, 1)
                .datesUntil(LocalDate.of(2027, 8, 10))
                .map(day -> off(day.toString()))
                .forEach(tooMany::add);
        assertThatThrownBy(() -> new YearNotice(2027, "too many", tooMany)).hasMessageContaining("TOO_MANY");
    }

    @Test
    void calendar_can_be_made_of_notices_alone() {
        WorkCalendar calendar = WorkCalendar.of(List.of(new YearNotice(2027, "made up", madeUp())));

        assertThat(calendar.knows(LocalDate.of(2027, 6, 1))).isTrue();
        assertThat(calendar.knows(LocalDate.of(2026, 6, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 14))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
    }

    private static void assertFlaw(Flaw flaw, SpecialDay day) {
        List<SpecialDay> days = madeUp();
        days.add(day);
        assertThatThrownBy(() -> new YearNotice(2027, "made up", days))
                .isInstanceOfSatisfying(FlawedNotice.class, flawed -> {
                    assertThat(flawed.flaw()).isEqualTo(flaw);
                    assertThat(flawed.day()).isEqualTo(day.day());
                });
    }

    private static List<SpecialDay> madeUp() {
        return new ArrayList<>(List.of(off("2027-01-01"), work("2027-02-14"), off("2027-05-01"), off("2027-10-01")));
    }

    private static SpecialDay off(String day) {
        return new SpecialDay(LocalDate.parse(day), Kind.OFF, "made up");
    }

    private static SpecialDay work(String day) {
        return new SpecialDay(LocalDate.parse(day), Kind.WORK, "made up");
    }
}
