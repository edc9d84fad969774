package ecobot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.SpecialDay.Kind;
import ecobot.testing.CalendarIT;
import ecobot.testing.MadeUpNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CalendarIT
class StoredNoticesIT {

    private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 1);

    private final CalendarNotices notices;
    private final WorkCalendar calendar;
    private final LibrarySeed seed;
    private final MadeUpNotice madeUp;
    private final TransactionTemplate transaction;

    @Autowired
    StoredNoticesIT(
            CalendarNotices notices,
            WorkCalendar calendar,
            LibrarySeed seed,
            MadeUpNotice madeUp,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.calendar = calendar;
        this.seed = seed;
        this.madeUp = madeUp;
        this.transaction = transaction;
    }

    @AfterEach
    void forget() {
        madeUp.forget();
    }

    @Test
    void notice_counts_at_once_on_this_node() {
        assertThat(calendar.knows(FRIDAY)).isFalse();
        assertThat(notices.with(MadeUpNotice.notice()).isWorkingDay(FRIDAY)).isFalse();
        assertThat(calendar.isWorkingDay(FRIDAY)).isTrue();

        madeUp.load();

        assertThat(calendar.knows(FRIDAY)).isTrue();
        assertThat(calendar.isWorkingDay(FRIDAY)).isFalse();
        assertThat(notices.years()).contains(2025, 2026, 2027);
        assertThat(notices.of(2027).orElseThrow().days())
                .isEqualTo(MadeUpNotice.notice().days());
    }

    @Test
    void change_that_is_rolled_back_counts_nowhere() {
        long before = notices.version();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    notices.replace(MadeUpNotice.notice(), null);
                    assertThat(notices.now().knows(FRIDAY)).isTrue();
                    throw new IllegalStateException("told to fail");
                }))
                .hasMessage("told to fail");

        assertThat(calendar.knows(FRIDAY)).isFalse();
        assertThat(notices.version()).isEqualTo(before);
    }

    @Test
    void one_day_is_set_and_let_go() {
        var saturday = LocalDate.of(2026, 11, 28);

        set(new SpecialDay(saturday, Kind.WORK, "made up"));
        assertThat(calendar.isWorkingDay(saturday)).isTrue();
        assertThat(notices.on(saturday)).isPresent();
        assertThat(notices.of(2026).orElseThrow().days()).hasSize(40);

        transaction.executeWithoutResult(status -> notices.unset(saturday));
        assertThat(calendar.isWorkingDay(saturday)).isFalse();
        assertThatThrownBy(() -> set(new SpecialDay(saturday.plusDays(2), Kind.WORK, "")))
                .isInstanceOf(FlawedNotice.class);
    }

    @Test
    void a_day_in_december_goes_with_the_notice_that_named_it() {
        var eve = LocalDate.of(2026, 12, 31);
        var days = new ArrayList<>(MadeUpNotice.notice().days());
        days.add(new SpecialDay(eve, Kind.OFF, "made up"));
        transaction.executeWithoutResult(status -> notices.replace(new YearNotice(2027, "made up", days), null));
        assertThat(calendar.isWorkingDay(eve)).isFalse();

        madeUp.load();

        assertThat(calendar.isWorkingDay(eve)).isTrue();
        assertThat(notices.of(2026).orElseThrow().days()).hasSize(39);
    }

    @Test
    void library_was_loaded_at_start_and_nodes_that_seed_together_load_a_year_once() throws Exception {
        assertThat(notices.years()).contains(2020, 2022, 2023);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Integer>> seeding = () -> seed.seed(List.of(MadeUpNotice.notice()));
            var seeded = new ArrayList<Integer>();
            for (var done : threads.invokeAll(Collections.nCopies(4, seeding))) {
                seeded.addAll(done.get());
            }

            assertThat(seeded).containsExactly(2027);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void year_that_was_edited_is_not_seeded_again() {
        madeUp.load();
        set(new SpecialDay(LocalDate.of(2027, 1, 9), Kind.WORK, "edited"));

        assertThat(seed.seed(List.of(MadeUpNotice.notice()))).isEmpty();
        assertThat(notices.on(LocalDate.of(2027, 1, 9))).isPresent();
    }

    private void set(SpecialDay day) {
        transaction.executeWithoutResult(status -> notices.set(day));
    }
}
