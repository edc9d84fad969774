package ecobot.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Deadlines.Fault;
import ecobot.text.Folding;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {

    /** A Tuesday. */
    private static final Instant NOON = at("2026-11-24T12:00");

    private final Deadlines deadlines = DeadlineFixture.deadlinesAt(NOON);

    @ParameterizedTest
    @CsvSource(textBlock = """
        立行立改,                     2026-11-24
        '今天17:30前',                2026-11-24
        今天内完成,                   2026-11-24
        明天前,                       2026-11-25
        后天之前,                     2026-11-26
        大后天前,                     2026-11-27
        3天内,                        2026-11-27
        ３天内,                       2026-11-27
        三日内,                       2026-11-27
        三天以内,                     2026-11-27
        十五天内,                     2026-12-09
        二十天内,                     2026-12-14
        两天之内,                     2026-11-26
        5个工作日,                    2026-12-01
        五个工作日内,                 2026-12-01
        1个工作日内,                  2026-11-25
        一周内,                       2026-12-01
        两周内,                       2026-12-08
        半个月内,                     2026-12-09
        一个月内,                     2026-12-24
        本周五前,                     2026-11-27
        这周五前,                     2026-11-27
        周五前,                       2026-11-27
        星期一前,                     2026-11-30
        本周内,                       2026-11-27
        下周三,                       2026-12-02
        下周三前,                     2026-12-02
        下星期日前,                   2026-12-06
        下周内,                       2026-12-04
        月底前,                       2026-11-30
        本月底前,                     2026-11-30
        下月底前,                     2026-12-31
        12月底前,                     2026-12-31
        年底前,                       2026-12-31
        12月5日前,                    2026-12-05
        十二月五日前,                 2026-12-05
        12月5号前,                    2026-12-05
        12/5,                         2026-12-05
        １２/５,                      2026-12-05
        12.5前,                       2026-12-05
        2026-12-05,                   2026-12-05
        2026年12月5日前,              2026-12-05
        2026/12/5,                    2026-12-05
        26号前,                       2026-11-26
        下月5日前,                    2026-12-05
        1月5日前,                     2027-01-05
        两三天内清理,                 2026-11-27
        三五天内,                     2026-11-29
        十二三天内,                   2026-12-07
        五六个工作日内,               2026-12-02
        一两周内,                     2026-12-08
        一两个月内,                   2027-01-24
        统一五天内清理,               2026-11-29
        明天下班前整改完成,           2026-11-25
        周五下班前,                   2026-11-27
        12月10日下班前,               2026-12-10
        12月10日 下班之前,            2026-12-10
        月底下班前,                   2026-11-30
        周五晚上前,                   2026-11-27
        """)
    void phrase_is_understood(String phrase, String dueOn) {
        var text = "新丰 横港桥河道有垃圾 " + phrase;

        assertThat(typed(text).deadline())
                .as(phrase)
                .isNotNull()
                .extracting(deadline -> deadline.dueOn().toString())
                .isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        12月5日15时前,         2026-12-05T15:00
        12月5日下午3点半前,    2026-12-05T15:30
        12月5日下午三点前,     2026-12-05T15:00
        12月5日 15:20前,       2026-12-05T15:20
        12月5日9点,            2026-12-05T09:00
        2026-12-05 09:05前,    2026-12-05T09:05
        今天下午5点前,         2026-11-24T17:00
        今晚8点前,             2026-11-24T20:00
        明天中午12点前,        2026-11-25T12:00
        明天中午1点前,         2026-11-25T13:00
        12月5日 中午2点半前,   2026-12-05T14:30
        明天晚上8点前,         2026-11-25T20:00
        明天半夜12点前,        2026-11-25T23:59
        明天凌晨3点前,         2026-11-25T03:00
        周五晚上12点前,        2026-11-27T23:59
        12月5日24时前,         2026-12-05T23:59
        月底前,                2026-11-30T17:30
        明天下班前,            2026-11-25T17:30
        明天上班前,            2026-11-25T08:30
        明天中午前,            2026-11-25T12:00
        明天下午前,            2026-11-25T17:30
        今天下午5点下班前,     2026-11-24T17:00
        下周三上午10点10分前,  2026-12-02T10:10
        """)
    void typed_time_of_day_counts(String phrase, LocalDateTime dueAt) {
        var text = "新丰 横港桥河道有垃圾 " + phrase;

        assertThat(typed(text).deadline().dueAt())
                .isEqualTo(dueAt.atZone(Zone.SHANGHAI).toInstant());
        assertThat(deadlines.find(Folding.fold(text)).orElseThrow().end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        昨天发现河道污水，12月5日前整改到位,          2026-12-05
        今天巡查发现河道污水，3天内整改完成,          2026-11-27
        11月20日巡查发现工地扬尘，限期下周三,         2026-12-02
        河道垃圾堆放3天了，请于明天前清理,            2026-11-25
        渣土3-5天内清运，最迟本周五,                  2026-11-27
        PM2.5超标，工地裸土未覆盖，5个工作日,         2026-12-01
        今天前往竹林村，河道有垃圾，3天内清理,        2026-11-27
        近一周内多次闻到异味，请于明天前查清,         2026-11-25
        发现时间：今天 3天内整改,                     2026-11-27
        发现时间：今天 限期5个工作日,                 2026-12-01
        发现时间：今天，整改时间：周五,               2026-11-27
        发现时间：今天 整改时间：周五,                2026-11-27
        学校附近3天内清理垃圾,                        2026-11-27
        马路上一周内清扫干净,                         2026-12-01
        3天内河道垃圾清理完毕,                        2026-11-27
        渣土3天内外运,                                2026-11-27
        临近年底前完成裸土覆盖,                       2026-12-31
        周五前去除积尘,                               2026-11-27
        工地裸土 本周末,                              2026-11-27
        工地裸土 本周末前完成,                        2026-11-27
        """)
    void words_for_the_deadline_are_told_from_other_dates(String text, String dueOn) {
        assertThat(typed(text).deadline()).isNotNull();
        assertThat(typed(text).deadline().dueOn()).hasToString(dueOn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今天巡查发现河道污水",
                "今天，在横港桥发现河道污水",
                "11月20日巡查发现河道污水",
                "垃圾堆了3天没人管",
                "每周五夜里噪声很大",
                "5号楼旁有油烟",
                "第12/5标段裸土",
                "0天内有异味",
                "新丰 周五晚上 油烟扰民",
                "新丰 周五下午前往复查",
                "今天前往竹林村巡查，发现桥下河道有垃圾",
                "周五前往横港桥，河道有垃圾",
                "上周五前往横港桥，河道有垃圾",
                "上周五前居民就反映有异味",
                "上个月底前已反映过，油烟扰民",
                "去年12月5日前就有裸土",
                "11月20日前往现场，工地裸土未覆盖",
                "11.20前往现场，工地裸土未覆盖",
                "12月5日前后都有异味",
                "下周末前往复查",
                "本周末巡查发现河道有垃圾",
                "凤桥 今天前往核实不在本辖区",
                "居民反映近一周内多次闻到异味",
                "近十五天内多次冒黑烟",
                "上一周内多次闻到异味",
                "过去24小时内偷排三次",
                "连续3天内都有油烟",
                "今天内河水位低，有漂浮物",
                "下雨3天内涝严重",
                "河道有垃圾\n发现时间：今天",
                "河道有垃圾\n巡查时间：11月20日 上午\n竹林村",
                "河道有垃圾\n检查日期：11月20日（周五）",
                "河道有垃圾\n时间：今天 10:30"
            })
    void other_dates_are_no_deadline(String text) {
        assertThat(deadlines.find(Folding.fold(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12月5日25时前,NOT_UNDERSTOOD",
        "12月5日15:70前,NOT_UNDERSTOOD",
        "12月5日晚上2点前,NOT_UNDERSTOOD",
        "今天8点前,PAST",
        "2月30日前,NO_SUCH_DAY",
        "11月31日前,NO_SUCH_DAY",
        "13月1日前,NO_SUCH_DAY",
        "11月20日前,PAST",
        "11/20,PAST",
        "2025-12-05,PAST",
        "本周一前,PAST",
        "999天内,TOO_FAR",
        "2028年1月1日前,TOO_FAR"
    })
    void impossible_deadline_is_named(String phrase, Fault fault) {
        assertThat(typed("河道有垃圾 " + phrase).fault()).isEqualTo(fault);
    }

    @Test
    void day_ends_with_the_working_day() {
        assertThat(typed("垃圾 3天内").deadline().dueAt()).isEqualTo(at("2026-11-27T17:30"));
    }

    @Test
    void today_is_past_after_the_working_day() {
        var evening = at("2026-11-24T17:31");

        assertThat(typed("垃圾 今天内", evening).fault()).isEqualTo(Fault.PAST);
        assertThat(typed("垃圾 本周五前", at("2026-11-27T18:00")).fault()).isEqualTo(Fault.PAST);
    }

    @Test
    void at_once_goes_over_to_the_next_day_in_the_evening_and_says_so() {
        var deadline = typed("垃圾 立行立改", at("2026-11-24T20:00")).deadline();

        assertThat(deadline.dueAt()).isEqualTo(at("2026-11-25T17:30"));
        assertThat(deadlines.why(deadline)).containsExactly("立行立改，当天完成", "收到时已过当天 17:30，顺延到次日");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00,2026-12-01",
        "2026-11-27T18:00,2026-12-04",
        "2026-11-28T10:00,2026-12-04",
        "2026-09-28T09:00,2026-10-10",
        "2026-09-18T09:00,2026-09-24",
        "2026-02-13T09:00,2026-02-27",
        "2026-12-30T09:00,2027-01-06"
    })
    void patrol_has_five_working_days(LocalDateTime received, String dueOn) {
        var deadline = deadlines.byDefault(Source.PATROL, at(received.toString()));

        assertThat(deadline.dueOn()).hasToString(dueOn);
        assertThat(deadline.amount()).isEqualTo(5);
        assertThat(deadline.unit()).isEqualTo(DayUnit.WORKING);
        assertThat(deadline.cap()).isEqualTo(10);
    }

    @Test
    void petition_has_sixty_calendar_days() {
        var deadline = deadlines.byDefault(Source.PETITION, NOON);

        assertThat(deadline.dueOn()).hasToString("2027-01-23");
        assertThat(deadlines.why(deadline))
                .containsExactly("信访件自受理起 60 天内办结，起算当天（11月24日 周二）不算", "2027 年的放假安排还没有公布，这个日期先按双休日推算，公布后以公布的为准");
    }

    @Test
    void reason_names_the_rule_and_what_was_skipped() {
        assertThat(deadlines.why(deadlines.byDefault(Source.PATROL, NOON)))
                .containsExactly("没写期限，按默认 5 个工作日，收到当天（11月24日 周二）不算", "中间的双休日和节假日已跳过，调休上班的日子照算");
        assertThat(deadlines.why(typed("垃圾 三天内").deadline())).containsExactly("写明的期限是 3 天，收到当天（11月24日 周二）不算");
        assertThat(deadlines.why(typed("垃圾 12/5").deadline())).containsExactly("写明了日期");
    }

    @ParameterizedTest
    @CsvSource({
        "5个工作日,2026-11-24T12:00,还剩 5 个工作日",
        "5个工作日,2026-11-28T12:00,还剩 2 个工作日",
        "5个工作日,2026-12-01T08:00,今天到期",
        "5个工作日,2026-12-01T18:00,已逾期 1 个工作日",
        "5个工作日,2026-12-03T08:00,已逾期 2 个工作日",
        "3天内,2026-11-24T12:00,还剩 3 天",
        "3天内,2026-11-29T12:00,已逾期 2 天"
    })
    void days_left_are_told_in_the_unit_of_the_deadline(String phrase, LocalDateTime now, String left) {
        var deadline = typed("垃圾 " + phrase).deadline();

        assertThat(deadlines.left(deadline, at(now.toString()))).isEqualTo(left);
    }

    private Deadlines.Outcome typed(String text) {
        return typed(text, NOON);
    }

    private Deadlines.Outcome typed(String text, Instant receivedAt) {
        var found = deadlines.find(Folding.fold(text));
        assertThat(found).as(text).isPresent();
        return deadlines.typed(found.get(), Source.PATROL, receivedAt);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
