package ecobot.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.text.Folding;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaySpansTest {

    private final Deadlines deadlines = DeadlineFixture.deadlinesAt(
            LocalDateTime.parse("2026-11-24T12:00").atZone(Zone.SHANGHAI).toInstant());

    @ParameterizedTest
    @CsvSource({
        "5个工作日 连日下雨, 5 WORKING",
        "五个工作日, 5 WORKING",
        "十工作天, 10 WORKING",
        "３天 下雨, 3 CALENDAR",
        "两天下雨, 2 CALENDAR",
        "再要三天, 3 CALENDAR",
        "俩天, 2 CALENDAR",
        "十五天, 15 CALENDAR",
        "5日, 5 CALENDAR",
        "一周, 7 CALENDAR",
        "两个星期 设备没到, 14 CALENDAR",
        "1个礼拜, 7 CALENDAR",
        "一个月, 30 CALENDAR",
        "半个月, 15 CALENDAR",
        "兩天 下雨, 2 CALENDAR",
        "两三天, 3 CALENDAR",
        "再要三五个工作日, 5 WORKING",
        "7个自然日, 7 CALENDAR"
    })
    void number_of_days_is_understood_however_it_is_written(String typed, String span) {
        assertThat(deadlines.span(Folding.fold(typed)))
                .hasValueSatisfying(
                        found -> assertThat(found.amount() + " " + found.unit()).isEqualTo(span));
    }

    @ParameterizedTest
    @ValueSource(strings = {"连日下雨", "12月5日", "12月15日", "十二月五日", "今天下雨", "五三天", "下周五", "0天", "5日前", "一个半月"})
    void what_is_no_number_of_days_is_not_taken_for_one(String typed) {
        assertThat(deadlines.span(Folding.fold(typed))).isEmpty();
    }
}
