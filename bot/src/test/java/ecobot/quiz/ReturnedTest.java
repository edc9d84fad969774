package ecobot.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.quiz.Rules.Reminder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Reminder REMINDER = new Reminder(7, 3);

    @Test
    void somebody_who_leaves_it_lie_hears_three_times_a_week_apart_and_no_more() {
        var told = new ArrayList<Integer>();
        @Nullable LocalDate toldOn = null;
        for (int day = 0; day < 60; day++) {
            var today = DAY.plusDays(day);
            if (new Returned(1, 2, DAY, toldOn, told.size()).isWorthTelling(today, REMINDER)) {
                told.add(day);
                toldOn = today;
            }
        }

        assertThat(told).containsExactly(0, 7, 14);
    }

    @Test
    void what_has_come_back_since_is_told_the_next_morning_and_nothing_twice_a_day() {
        assertThat(new Returned(1, 3, DAY, DAY.minusDays(1), 1).isWorthTelling(DAY, REMINDER))
                .isTrue();
        assertThat(new Returned(1, 3, DAY.minusDays(1), DAY.minusDays(1), 1).isWorthTelling(DAY, REMINDER))
                .isFalse();
        assertThat(new Returned(1, 3, DAY, DAY, 0).isWorthTelling(DAY, REMINDER))
                .isFalse();
        assertThat(new Returned(1, 3, DAY, DAY.minusDays(1), 3).isWorthTelling(DAY, REMINDER))
                .as("nobody answers")
                .isFalse();
    }

    @Test
    void a_bureau_may_want_no_reminders() {
        assertThat(new Returned(1, 2, DAY, null, 0).isWorthTelling(DAY, new Reminder(7, 0)))
                .isFalse();
    }

    @Test
    void rules_that_make_no_sense_are_refused_by_key() {
        assertThatThrownBy(() -> new Rules(List.of(), REMINDER, 3)).hasMessage("intervals must be 1 to 10 numbers");
        assertThatThrownBy(() -> new Rules(List.of(3, 1), REMINDER, 3)).hasMessage("intervals must grow");
        assertThatThrownBy(() -> new Rules(List.of(0), REMINDER, 3)).hasMessage("intervals must lie between 1 and 366");
        assertThatThrownBy(() -> new Rules(List.of(1), REMINDER, 2)).hasMessage("fewest must lie between 3 and 50");
        assertThatThrownBy(() -> new Reminder(0, 3)).hasMessage("reminder.again must lie between 1 and 366");
        assertThatThrownBy(() -> new Reminder(7, -1)).hasMessage("reminder.most must lie between 0 and 20");
    }
}
