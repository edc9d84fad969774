package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.deadline.DeadlineFixture;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.MoreTime.Days;
import ecobot.issue.MoreTime.Until;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoreTimeTest {

    private static final Instant NOW =
            LocalDateTime.parse("2026-11-24T12:00").atZone(Zone.SHANGHAI).toInstant();

    private final Deadlines deadlines = DeadlineFixture.deadlinesAt(NOW);
    private final MoreTime time = new MoreTime(
            deadlines,
            IssueFixture.templatesAt(NOW)
                    .words("issue/verdicts", VerifyWords.class)
                    .until());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "到12月20日，连续5天下雨无法施工|2026-12-20|连续5天下雨无法施工",
                "12月20日 设备3周后到货|2026-12-20|设备3周后到货",
                "延期至 12月20日 还要3天才到货|2026-12-20|还要3天才到货",
                "到明天下班前 设备2天没到|2026-11-25|设备2天没到"
            })
    void date_that_comes_first_is_what_is_asked_for(String said, String until, String reason) {
        assertThat(time.in(said)).hasValueSatisfying(wanted -> {
            assertThat(wanted).isInstanceOf(Until.class);
            var day =
                    deadlines.typed(((Until) wanted).day(), Source.PATROL, NOW).deadline();
            assertThat(day).isNotNull();
            assertThat(day.dueOn()).hasToString(until);
            assertThat(wanted.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5个工作日 等到12月20日设备到货|5 WORKING|等到12月20日设备到货",
                "3天|3 CALENDAR|''",
                "两三天 下雨|3 CALENDAR|下雨",
                "至少3天，下雨|3 CALENDAR|至少 ，下雨",
                "到货晚了，再要5天|5 CALENDAR|到货晚了，再要",
                "设备12月20日到货，延5天|5 CALENDAR|设备12月20日到货，延",
                "连续5天下雨，再要3天|3 CALENDAR|连续5天下雨，再要"
            })
    void days_that_come_first_are_what_is_asked_for(String said, String days, String reason) {
        assertThat(time.in(said)).hasValueSatisfying(wanted -> {
            assertThat(wanted).isInstanceOf(Days.class);
            var span = ((Days) wanted).span();
            assertThat(span.amount() + " " + span.unit()).isEqualTo(days);
            assertThat(wanted.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"设备没到，延到12月20日，停工5天", "12月20日设备3周后到货", "连续5天下雨", "下雨"})
    void what_is_not_clear_is_asked_again(String said) {
        assertThat(time.in(said)).isEmpty();
    }
}
