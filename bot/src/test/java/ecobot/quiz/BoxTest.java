package ecobot.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTest {

    private static final List<Integer> INTERVALS = List.of(1, 3, 7, 21);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void right_at_once_never_comes_back() {
        var box = Box.first(true, DAY, INTERVALS);

        assertThat(box.dueOn()).isNull();
        assertThat(box.isDue(DAY.plusYears(10))).isFalse();
    }

    @Test
    void missed_one_comes_back_after_1_3_7_and_21_days_and_then_no_more() {
        var box = Box.first(false, DAY, INTERVALS);
        var day = DAY;
        for (int days : INTERVALS) {
            assertThat(box.dueOn()).isEqualTo(day.plusDays(days));
            assertThat(box.isDue(day.plusDays(days - 1))).as("not before").isFalse();
            day = day.plusDays(days);
            box = box.again(true, day, INTERVALS);
        }

        assertThat(box.step()).isNull();
        assertThat(box.dueOn()).isNull();
        assertThat(box.firstRight()).as("what was known at first stays").isFalse();
    }

    @Test
    void missed_again_it_begins_anew_and_late_answers_count_from_their_own_day() {
        var late = DAY.plusDays(30);
        var box = Box.first(false, DAY, INTERVALS).again(true, late, INTERVALS);
        assertThat(box.dueOn()).isEqualTo(late.plusDays(3));

        var missed = box.again(false, late.plusDays(3), INTERVALS);

        assertThat(missed.dueOn()).isEqualTo(late.plusDays(4));
        assertThat(missed.step()).isZero();
    }

    @Test
    void fewer_intervals_than_it_has_come_through_end_it() {
        var box = Box.first(false, DAY, INTERVALS);
        for (int days : List.of(1, 3, 7)) {
            box = box.again(true, box.answeredOn().plusDays(days), INTERVALS);
        }
        assertThat(box.step()).isEqualTo(3);

        assertThat(box.again(true, box.answeredOn().plusDays(21), List.of(2)).dueOn())
                .isNull();
    }

    @Test
    void what_is_not_due_cannot_be_answered() {
        var box = Box.first(false, DAY, INTERVALS);

        assertThatThrownBy(() -> box.again(true, DAY, INTERVALS)).isInstanceOf(IllegalStateException.class);
    }

    /** Over random answers, delays and intervals: it ends only with a right answer to the longest interval in an unbroken row. */
    @Test
    void whatever_is_answered_it_ends_after_an_unbroken_row_of_right_answers_and_never_before() {
        var random = new Random(6);
        for (int run = 0; run < 500; run++) {
            var intervals = random.ints(1 + random.nextInt(5), 1, 60)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            boolean first = random.nextInt(3) == 0;
            var box = Box.first(first, DAY, intervals);
            int row = 0;
            for (int i = 0; i < 40 && box.dueOn() != null; i++) {
                assertThat(box.dueOn())
                        .isEqualTo(box.answeredOn().plusDays(intervals.get(row)))
                        .isAfter(box.answeredOn());
                boolean right = random.nextInt(4) > 0;
                box = box.again(right, box.dueOn().plusDays(random.nextInt(10)), intervals);
                row = right ? row + 1 : 0;
                assertThat(box.lastRight()).isEqualTo(right);
                assertThat(box.dueOn() == null).as("ended after %s", row).isEqualTo(row == intervals.size());
            }
            assertThat(box.firstRight()).isEqualTo(first);
            assertThat(box.step() == null).isEqualTo(box.dueOn() == null);
        }
    }
}
