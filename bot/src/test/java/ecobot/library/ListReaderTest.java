package ecobot.library;

import static ecobot.workbook.TestSheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.library.Material.Category;
import ecobot.library.UnreadableDocument.Reason;
import ecobot.workbook.TestSheets;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ListReaderTest {

    private final ListReader reader = new ListReader(
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(KeeperWords.FILE, KeeperWords.class),
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(ListWords.FILE, ListWords.class));

    @Test
    void each_row_is_a_material_whatever_the_order_of_the_columns() throws Exception {
        var read = reader.read(TestSheets.of(
                row("资料清单"),
                row("标题", "正 文", "施行日期", "类别", "关键词"),
                row("甲", "正文甲", LocalDate.of(2026, 9, 1), "法规", "扬尘，工地"),
                row(),
                row("乙", "正文乙", "2026年10月1日", "知识", "")));

        assertThat(read.bad()).isEmpty();
        assertThat(read.good()).extracting(Content::title).containsExactly("甲", "乙");
        assertThat(read.good().get(0).category()).isEqualTo(Category.LAW);
        assertThat(read.good().get(0).tags()).containsExactly("扬尘", "工地");
        assertThat(read.good())
                .extracting(Content::effectiveOn)
                .containsExactly(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1));
    }

    @Test
    void every_bad_cell_is_told_with_its_address() throws Exception {
        var read = reader.read(TestSheets.of(
                row("类别", "标题", "正文", "施行日期", "网址"),
                row("诗歌", "甲", "正文", "明年", "http://x"),
                row("知识", "", "正文", "", "")));

        assertThat(read.good()).isEmpty();
        assertThat(read.bad()).extracting(ListReader.Bad::address).containsExactly("A2", "E2", "D2", "B3");
    }

    @Test
    void number_that_is_a_year_is_no_day() throws Exception {
        var read = reader.read(TestSheets.of(
                row("类别", "标题", "正文", "发布日期", "施行日期"),
                row("法规", "甲", "正文甲", "", 2024),
                row("法规", "乙", "正文乙", 2024.1, ""),
                row("法规", "丙", "正文丙", "", 45566)));

        assertThat(read.bad()).extracting(ListReader.Bad::address).containsExactly("E2", "D3");
        assertThat(read.good()).extracting(Content::effectiveOn).containsExactly(LocalDate.of(2024, 10, 1));
    }

    @Test
    void what_is_no_list_is_told_so() {
        assertThatThrownBy(() -> reader.read(TestSheets.of(row("单位", "水 发现"), row("新丰", "1"))))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.NO_LIST));
        assertThatThrownBy(() -> reader.read(new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.BROKEN));
    }
}
