package ecobot.ranking;

import static ecobot.workbook.TestSheets.UNCALCULATED;
import static ecobot.workbook.TestSheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.issue.Issue.Kind;
import ecobot.ranking.BadCell.Flaw;
import ecobot.ranking.TaskMonths.From;
import ecobot.ranking.TaskTable.Target;
import ecobot.roster.ListedRoster;
import ecobot.roster.Unit;
import ecobot.workbook.TestSheets;
import ecobot.workbook.UnreadableWorkbook;
import ecobot.workbook.UnreadableWorkbook.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskSheetReaderTest {

    private static final TaskWords WORDS =
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(TaskWords.FILE, TaskWords.class);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Object[] HEADER = row("单位", "水 发现", "水 整改", "大气 发现", "大气 整改");

    private final ListedRoster roster = new ListedRoster();

    @Test
    void template_is_read_back_as_it_was_filled() throws Exception {
        var table = new TaskTable(
                YearMonth.of(2026, 12), List.of(target("新丰", Kind.WATER, 3, 2), target("大桥", Kind.OTHER, 0, 7)));

        var sheet = read(new TaskTemplate(WORDS).of(table.month(), roster.rankedUnits(), table));

        assertThat(sheet.bad()).isEmpty();
        assertThat(sheet.missing()).isEmpty();
        assertThat(sheet.from()).isEqualTo(From.TITLE);
        assertThat(sheet.table()).isEqualTo(table);
    }

    @Test
    void header_is_found_below_merged_titles_and_units_by_short_name() throws Exception {
        var workbook = TestSheets.book(book -> {
            var sheet = book.newWorksheet("11月");
            TestSheets.fill(
                    sheet,
                    row("南湖区２０２６年１２月任务分解表"),
                    row("单位：件"),
                    row("序号", "镇（街道）", "水（发现数）", "水（整改数）", "整改 大气", "合计", "备注"),
                    row(1, "新丰", "１２", 4, "3件", 19, "无"),
                    row(2, "南 湖 街 道", null, "-", 5.0, 5),
                    row(null, "合计", 12, 4, 8, 24),
                    row(null, "注：本表一式两份"));
            sheet.range(0, 0, 0, 6).merge();
            sheet.range(1, 0, 1, 6).merge();
        });

        var sheet = read(workbook);

        assertThat(sheet.bad()).isEmpty();
        assertThat(sheet.table())
                .isEqualTo(new TaskTable(
                        YearMonth.of(2026, 12),
                        List.of(
                                target("新丰", Kind.WATER, 12, 4),
                                target("新丰", Kind.AIR, 0, 3),
                                target("南湖", Kind.AIR, 0, 5))));
        assertThat(sheet.missing()).extracting(Unit::shortName).hasSize(9).doesNotContain("新丰", "南湖");
    }

    @Test
    void kinds_may_stand_above_what_is_counted() throws Exception {
        var workbook = TestSheets.book(book -> {
            var sheet = book.newWorksheet("任务");
            TestSheets.fill(
                    sheet,
                    row("序号", "单位", "水", null, "大气", null, "合计", null, "备注"),
                    row(null, null, "发现", "整改", "发现", "整改", "发现", "整改"),
                    row(1, "凤桥镇", 1, 2, 3, 4, 4, 6));
            sheet.range(0, 1, 1, 1).merge();
            sheet.range(0, 2, 0, 3).merge();
            sheet.range(0, 4, 0, 5).merge();
        });

        var sheet = read(workbook);

        assertThat(sheet.bad()).isEmpty();
        assertThat(sheet.table().targets())
                .containsExactlyInAnyOrder(target("凤桥", Kind.WATER, 1, 2), target("凤桥", Kind.AIR, 3, 4));
    }

    @Test
    void one_cell_may_hold_both_numbers() throws Exception {
        var sheet = read(TestSheets.of(
                row("单位", "水", "大气（发现/整改）", "噪声"), row("新丰镇", "3/2", "１０／８", null), row("大桥镇", "/", 0, "4 / 0")));

        assertThat(sheet.bad()).isEmpty();
        assertThat(sheet.table().targets())
                .containsExactlyInAnyOrder(
                        target("新丰", Kind.WATER, 3, 2), target("新丰", Kind.AIR, 10, 8), target("大桥", Kind.NOISE, 4, 0));
    }

    @Test
    void every_bad_cell_is_told_with_its_address() throws Exception {
        var sheet = read(TestSheets.of(
                row("2026年11月任务分解表"),
                HEADER,
                row("新丰镇", 1, -2, 1.5, 10_000),
                row("新风镇", 1, 2, 3, 4),
                row("大桥镇", "3/2", "十", UNCALCULATED, "1.5"),
                row(null, null, 6),
                row("凤桥", 1, "五"),
                row("凤桥镇", 2)));

        assertThat(sheet.isGood()).isFalse();
        assertThat(sheet.bad())
                .extracting(BadCell::address, BadCell::flaw)
                .containsExactly(
                        tuple("C3", Flaw.NEGATIVE),
                        tuple("D3", Flaw.FRACTION),
                        tuple("E3", Flaw.TOO_LARGE),
                        tuple("A4", Flaw.UNKNOWN_UNIT),
                        tuple("B5", Flaw.ONE_NUMBER_ONLY),
                        tuple("C5", Flaw.NOT_A_NUMBER),
                        tuple("D5", Flaw.NO_VALUE),
                        tuple("E5", Flaw.FRACTION),
                        tuple("A6", Flaw.NO_UNIT),
                        tuple("C7", Flaw.NOT_A_NUMBER),
                        tuple("A8", Flaw.UNIT_TWICE));
        assertThat(WORDS.why(sheet.bad().get(9))).isEqualTo("“五”不是数");
        assertThat(WORDS.why(sheet.bad().get(10))).isEqualTo("“凤桥镇”在 A7 已经写过");
        assertThat(sheet.bad()).allSatisfy(bad -> assertThat(WORDS.why(bad)).doesNotContain("{"));
    }

    @Test
    void bad_headings_are_told_as_well() throws Exception {
        var sheet = read(TestSheets.of(row("单位", "水 发现", "光 发现", "水发现数", "水"), row("新丰镇", 1, 2, 3, "4/4")));

        assertThat(sheet.bad())
                .extracting(BadCell::address, BadCell::flaw, BadCell::other)
                .containsExactly(
                        tuple("C1", Flaw.UNKNOWN_COLUMN, ""),
                        tuple("D1", Flaw.COLUMN_TWICE, "B1"),
                        tuple("E1", Flaw.COLUMN_TWICE, "B1"));
    }

    @Test
    void date_that_was_two_numbers_is_told_as_such() throws Exception {
        var sheet = read(TestSheets.of(row("单位", "水"), row("新丰", 46_083), row("大桥", 3)));

        assertThat(sheet.bad())
                .extracting(BadCell::address, BadCell::flaw)
                .containsExactly(tuple("B2", Flaw.MADE_A_DATE), tuple("B3", Flaw.TWO_NUMBERS_NEEDED));
    }

    @Test
    void table_on_a_later_sheet_is_found_and_its_cells_are_told_with_the_sheet() throws Exception {
        var workbook = TestSheets.book(book -> {
            TestSheets.fill(book.newWorksheet("说明"), row("请看下一张"));
            TestSheets.fill(book.newWorksheet("任务"), HEADER, row("新丰", "x"));
        });

        assertThat(read(workbook).bad()).extracting(BadCell::address).containsExactly("任务!B2");
    }

    @Test
    void month_comes_from_title_then_file_name_then_calendar() throws Exception {
        var untitled = TestSheets.of(HEADER, row("新丰", 1));

        assertThat(month(TestSheets.of(row("2027年1月任务"), HEADER, row("新丰", 1)), "2026-12.xlsx"))
                .isEqualTo("2027-01 TITLE");
        assertThat(month(untitled, "任务表2026-12.xlsx")).isEqualTo("2026-12 FILE_NAME");
        assertThat(month(untitled, "任务表20261203.xlsx")).isEqualTo("2026-12 FILE_NAME");
        assertThat(month(untitled, "1月任务.xlsx")).isEqualTo("2027-01 FILE_NAME");
        assertThat(month(untitled, "10月任务.xlsx")).isEqualTo("2026-10 FILE_NAME");
        assertThat(month(untitled, "任务表(2).xlsx")).isEqualTo("2026-11 NOW");
    }

    @Test
    void equal_tables_have_equal_hashes_whatever_their_form() throws Exception {
        var one = read(TestSheets.of(HEADER, row("新丰", 1, 2), row("大桥镇", 3)));
        var other =
                read(TestSheets.of(row("单位", "大气 整改", "水 整改", "水 发现"), row("大桥", 0, "", "３"), row("新丰镇", "无", "2", 1)));
        var different = read(TestSheets.of(HEADER, row("新丰", 1, 2), row("大桥镇", 4)));

        assertThat(other.table().hash()).isEqualTo(one.table().hash());
        assertThat(different.table().hash()).isNotEqualTo(one.table().hash());
    }

    @Test
    void five_hundred_rows_are_read_and_one_more_is_refused() throws Exception {
        assertThat(read(rows(500)).bad()).hasSize(499);
        assertRefused(rows(501), Reason.TOO_MANY_ROWS);
    }

    @Test
    void what_is_no_task_table_is_refused() {
        assertRefused(TestSheets.of(row("单位", "地址"), row("新丰", "竹林村")), Reason.NO_TABLE);
        assertRefused(TestSheets.of(HEADER, row("新丰"), row("大桥", 0)), Reason.NOTHING_IN_IT);
        assertRefused("单位,水 发现".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_WORKBOOK);
    }

    private byte[] rows(int count) {
        return TestSheets.of(IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? HEADER : row("村" + i, 1))
                .toArray(Object[][]::new));
    }

    private void assertRefused(byte[] workbook, Reason reason) {
        assertThatThrownBy(() -> read(workbook))
                .isInstanceOfSatisfying(
                        UnreadableWorkbook.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String month(byte[] workbook, String fileName) throws UnreadableWorkbook {
        var sheet = new TaskSheetReader(WORDS, roster.rankedUnits()).read(workbook, fileName, NOVEMBER);
        return sheet.table().month() + " " + sheet.from();
    }

    private TaskSheet read(byte[] workbook) throws UnreadableWorkbook {
        return new TaskSheetReader(WORDS, roster.rankedUnits()).read(workbook, "表.xlsx", NOVEMBER);
    }

    private Target target(String unit, Kind kind, int find, int rectify) {
        return new Target(roster.unit(unit).id(), kind, find, rectify);
    }
}
