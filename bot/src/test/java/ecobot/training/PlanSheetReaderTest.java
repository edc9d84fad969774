package ecobot.training;

import static ecobot.workbook.TestSheets.of;
import static ecobot.workbook.TestSheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.roster.Member;
import ecobot.training.PlanWords.From;
import ecobot.workbook.UnreadableWorkbook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A year's plan in Excel, as bureaus write it. */
class PlanSheetReaderTest {

    private static final Object[] HEADER = row("序号", "月份", "日期", "几点", "培训内容", "培训对象", "讲师", "地点", "名额");

    private final TrainingFixture fixture = new TrainingFixture();
    private final Member trainer =
            fixture.roster.membersWith(ecobot.roster.Role.TRAINER).get(0);

    @Test
    void months_dates_and_hours_in_the_ways_that_people_and_workbooks_write_them() throws Exception {
        var sheet = read(of(
                row("2027年度环保业务培训计划"),
                HEADER,
                row(1, "3月", "3月15日", "14:00-16:00", "固废法", "各镇街联络员", "宣教员一", "区行政中心301", 40),
                row(2, "3月", null, null, "排污许可", "新丰、大桥", "市局专家", "线上", "不限"),
                row(3, null, null, null, "水污染防治法", null, null, null, null),
                row(4, 5, 46520, 0.375, "噪声法", null, null, null, null),
                row(5, null, "2027-06-05 9:30", null, "六五环境日", null, null, null, null),
                row("备注", "以上时间可能调整")));

        assertThat(sheet.bad()).isEmpty();
        assertThat(sheet.year()).isEqualTo(Year.of(2027));
        assertThat(sheet.from()).isEqualTo(From.TITLE);
        assertThat(sheet.strangers()).containsExactly("市局专家");
        assertThat(sheet.sessions())
                .extracting(Outline::when)
                .containsExactly(
                        When.on(LocalDate.of(2027, 3, 15), LocalTime.of(14, 0)),
                        When.in(YearMonth.of(2027, 3)),
                        When.in(YearMonth.of(2027, 3)),
                        When.on(LocalDate.of(2027, 5, 13), LocalTime.of(9, 0)),
                        When.on(LocalDate.of(2027, 6, 5), LocalTime.of(9, 30)));
        assertThat(sheet.sessions().get(0).capacity()).isEqualTo(40);
        assertThat(sheet.sessions().get(0).trainerId()).isEqualTo(trainer.id());
        assertThat(sheet.sessions().get(1).unitIds()).hasSize(2);
        assertThat(sheet.sessions().get(1).online()).isTrue();
        assertThat(sheet.sessions().get(2).trainer()).as("nobody is named").isEqualTo("宣教员一");
    }

    @Test
    void bad_cells_are_named_by_their_address() throws Exception {
        var sheet = read(of(
                HEADER,
                row(1, "十三月", null, null, "固废法", null, null, null, null),
                row(2, "3月", "4月2日", null, "排污许可", null, null, null, null),
                row(3, null, "3月15日", "下午", "水法", null, null, null, null),
                row(4, "3月", null, "14:00", "噪声法", null, null, null, "很多"),
                row(5, null, "3月20日", null, null, "新丰", null, null, null),
                row(6, null, "2月30日", null, "土壤法", null, null, null, null),
                row(7, null, "2026年3月1日", null, "辐射", null, null, null, null)));

        assertThat(sheet.bad())
                .extracting(bad -> bad.address() + " " + bad.why())
                .containsExactly(
                        "B2 “十三月”不是月份或日期，例如 3月、3月15日",
                        "C3 “4月2日”和 B3 的月份不一样",
                        "D4 “下午”不是几点，例如 14:00",
                        "D5 写了几点，没有写哪一天",
                        "I5 “很多”不是人数，例如 40",
                        "E6 这一行没有写主题",
                        "C7 “2月30日”不是月份或日期，例如 3月、3月15日",
                        "C8 “2026年3月1日”不在 2027 年");
    }

    @Test
    void the_same_session_twice_is_told_with_both_cells() throws Exception {
        var sheet = read(of(HEADER, row(1, "3月", null, null, "固废法"), row(2, "3月", null, null, "固废法。")));

        assertThat(sheet.bad()).extracting(PlanSheet.BadCell::why).containsExactly("“固废法。”和 E2 是同一场");
    }

    @Test
    void what_is_no_plan_says_why() {
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3, 4, 5})).hasMessage("NOT_A_WORKBOOK");
        assertThatThrownBy(() -> read(of(row("单位", "水 发现"), row("新丰", 1)))).hasMessage("NO_TABLE");
        assertThatThrownBy(() -> read(of(HEADER))).hasMessage("NOTHING_IN_IT");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).hasMessage("BROKEN");
    }

    @Test
    void the_plan_that_was_written_reads_the_same() throws Exception {
        var outlines = List.of(
                new Outline(
                        When.on(LocalDate.of(2027, 3, 15), LocalTime.of(14, 0)),
                        "固废法",
                        "新丰镇",
                        fixture.drafts.units("新丰镇"),
                        "宣教员一",
                        trainer.id(),
                        "301",
                        false,
                        40),
                new Outline(
                        When.in(YearMonth.of(2027, 9)), "噪声法", "", java.util.Set.of(), "市局专家", null, "", false, null));
        var sessions = outlines.stream().map(outline -> session(1, outline)).toList();

        var sheet = read(
                new PlanTemplate(fixture.templates.words(PlanWords.FILE, PlanWords.class)).of(Year.of(2027), sessions));

        assertThat(sheet.sessions()).isEqualTo(outlines);
        var diff = PlanDiff.between(sessions, sheet.sessions());
        assertThat(diff.isNothing()).isTrue();
        assertThat(diff.same()).isEqualTo(2);
    }

    @Test
    void a_session_that_moves_stays_the_same_one_and_a_cancelled_one_stays_cancelled() {
        var march = outline("固废法", 3);
        var may = outline("固废法", 5);
        var june = outline("固废法", 6);
        var plan = List.of(session(1, march), session(2, may), session(3, outline("噪声法", 7)));

        var moved = PlanDiff.between(plan, List.of(march, june));
        assertThat(moved.added()).isEmpty();
        assertThat(moved.same()).isOne();
        assertThat(moved.untouched()).isOne();
        assertThat(moved.changed()).extracting(change -> change.session().id()).containsExactly(2L);

        var other = PlanDiff.between(plan, List.of(outline("水法", 3)));
        assertThat(other.added()).hasSize(1);
        assertThat(other.untouched()).isEqualTo(3);
    }

    private static Outline outline(String topic, int month) {
        return new Outline(
                When.in(YearMonth.of(2027, month)), topic, "", java.util.Set.of(), "宣教员一", 1L, "", false, null);
    }

    private static Session session(long id, Outline outline) {
        return new Session(
                id,
                outline.when(),
                outline.topic(),
                outline.audience(),
                outline.unitIds(),
                outline.trainer(),
                outline.trainerId(),
                outline.place(),
                outline.online(),
                outline.capacity(),
                Session.State.PLANNED,
                null,
                null,
                null,
                1,
                0,
                0);
    }

    private PlanSheet read(byte[] workbook) throws UnreadableWorkbook {
        return new PlanSheetReader(
                        fixture.templates.words(PlanWords.FILE, PlanWords.class),
                        fixture.drafts,
                        new People(fixture.roster)::named,
                        trainer)
                .read(workbook, "培训.xlsx", Year.of(2027));
    }
}
