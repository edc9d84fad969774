package ecobot.almanac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wording is that of the notices. What is said of 2027 and later is made up. */
class NoticeReaderTest {

    private static final String OF_2025 = """
            各省、自治区、直辖市人民政府：
            现将2025年元旦、春节等节日放假调休日期的安排通知如下。
            一、元旦：1月1日（周三）放假1天，不调休。
            二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
            三、清明节：4月4日（周五）至6日（周日）放假，共3天。
            四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
            五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
            六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
            节假日期间，要妥善安排好值班。
            2024年11月12日
            """;

    private static final String OF_2026 = "国务院办公厅关于2026年部分节假日安排的通知 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"
            + "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。"
            + "三、清明节：4月4日（周六）至6日（周一）放假，共3天。四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。"
            + "五、端午节：6月19日（周五）至21日（周日）放假，共3天。六、中秋节：9月25日（周五）至27日（周日）放假，共3天。"
            + "七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。";

    private final NoticeReader reader =
            new NoticeReader(PackagedTemplates.at(Clock.fixed(java.time.Instant.EPOCH, Zone.SHANGHAI)));

    @Test
    void published_notices_give_the_days_that_ship() throws IOException {
        assertThat(reader.notice(2025, OF_2025).days()).containsExactlyElementsOf(shipped(2025));
        assertThat(reader.notice(2026, OF_2026).days()).containsExactlyElementsOf(shipped(2026));
        assertThat(reader.yearOf(OF_2026)).hasValue(2026);
    }

    @Test
    void range_over_months_and_names_and_dates_without_month_are_understood() {
        assertThat(days(2027, "七、国庆节：9月30日至10月2日放假。10月9日、10日上班"))
                .containsExactly(
                        "2027-09-30 OFF", "2027-10-01 OFF", "2027-10-02 OFF", "2027-10-09 WORK", "2027-10-10 WORK");
        assertThat(reader.days(2027, "七、国庆节：9月30日至10月2日放假。").get(0).day().name())
                .isEqualTo("国庆节");
    }

    @Test
    void range_from_the_year_before_is_understood_with_and_without_the_year() {
        var days = List.of("2022-12-31 OFF", "2023-01-01 OFF", "2023-01-02 OFF");

        assertThat(days(2023, "一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。")).isEqualTo(days);
        assertThat(days(2023, "一、元旦：12月31日至1月2日放假调休，共3天。")).isEqualTo(days);
    }

    @Test
    void digits_brackets_and_characters_may_be_of_any_width_and_form() {
        assertThat(days(2027, "春節：２月１４日(星期天)上班")).containsExactly("2027-02-14 WORK");
    }

    @Test
    void lines_of_a_table_are_understood() {
        assertThat(days(2027, """
                2027-02-14,上班,春节
                2027-01-01，放假，元旦
                2027/2/20\t补班\t春节
                2027年1月2日 休
                """))
                .containsExactly("2027-02-14 WORK", "2027-01-01 OFF", "2027-02-20 WORK", "2027-01-02 OFF");
        assertThat(reader.days(2027, "2027-02-14,上班,春节").get(0).day().name()).isEqualTo("春节");
    }

    @Test
    void sentences_about_something_else_are_passed_over() {
        assertThat(days(2024, "鼓励各单位安排职工在除夕（2月9日）休息。值班电话24小时畅通。2023年10月25日")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "元旦：1月1日（周六）放假,                 写的星期和日期对不上",
        "元旦：1月1日至3日（周六）放假,             写的星期和日期对不上",
        "春节：2月6日至12日放假调休，共8天,          写的天数和日期对不上",
        "春节：2月30日上班,                       没有这一天",
        "春节：2月12日至6日放假,                   后面的日期比前面的早",
        "'2027-02-14,加班,春节',                 没看懂是放假还是上班",
        "'2027-02-31,放假,春节',                 没有这一天",
        "国务院办公厅关于2028年部分节假日安排的通知,    通知写的是另一年"
    })
    void impossible_line_is_named(String line, String why) {
        var text = "第一行\n第二行。\n" + line.replace("，", "，");

        assertThatThrownBy(() -> reader.notice(2027, text))
                .isInstanceOfSatisfying(UnreadableNotice.class, unreadable -> {
                    assertThat(unreadable.why()).isEqualTo(why);
                    if (unreadable.line() > 0) {
                        assertThat(unreadable.line()).isEqualTo(3);
                        assertThat(line).contains(unreadable.text());
                    }
                });
    }

    @Test
    void notice_that_cannot_be_names_the_line_of_the_day() {
        assertThatThrownBy(() -> reader.notice(2027, """
                元旦：1月1日放假
                劳动节：5月1日放假
                春节：2月15日上班
                国庆节：10月1日放假"""))
                .isInstanceOfSatisfying(UnreadableNotice.class, unreadable -> {
                    assertThat(unreadable.line()).isEqualTo(3);
                    assertThat(unreadable.text()).isEqualTo("春节：2月15日上班");
                    assertThat(unreadable.why()).isEqualTo("补班只能在周六、周日");
                });
        assertThatThrownBy(() -> reader.notice(2027, "元旦：1月1日放假"))
                .isInstanceOfSatisfying(
                        UnreadableNotice.class,
                        unreadable -> assertThat(unreadable.line()).isZero());
        assertThatThrownBy(() -> reader.notice(2027, "你好")).hasMessageContaining("没有找到");
    }

    @Test
    void files_of_office_computers_are_read_in_both_encodings() {
        var text = "2027-02-14,上班,春节";

        assertThat(FileText.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(FileText.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(FileText.of(text.getBytes(Charset.forName("GB18030")))).isEqualTo(text);
    }

    private List<String> days(int year, String text) {
        return reader.days(year, text).stream()
                .map(read -> read.day().day() + " " + read.day().kind())
                .toList();
    }

    private static List<SpecialDay> shipped(int year) throws IOException {
        return Pattern.compile("\\('(" + year + "-\\d\\d-\\d\\d)', '(OFF|WORK)', '([^']*)'\\)")
                .matcher(Files.readString(Path.of("../sql/migration/V002__calendar.sql")))
                .results()
                .map(found ->
                        new SpecialDay(LocalDate.parse(found.group(1)), Kind.valueOf(found.group(2)), found.group(3)))
                .toList();
    }
}
