package ecobot.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void headings_lists_and_tables_are_what_they_look_like() {
        assertThat(Markdown.html("### 一\n\n- 二\n\n| 行为 | 罚款 |\n|---|---|\n| 倾倒 | 100 |\n"))
                .contains("<h3>一</h3>", "<li>二</li>", "<th>行为</th>", "<td>100</td>");
    }

    @Test
    void single_line_end_stays_a_line_end() {
        assertThat(Markdown.html("一\n二")).contains("一<br>\n二");
    }

    @Test
    void tags_are_shown_and_addresses_that_do_something_lead_nowhere() {
        assertThat(Markdown.html("<script>alert(1)</script>"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(Markdown.html("[点我](javascript:alert(1))")).doesNotContain("javascript:");
        assertThat(Markdown.html("[官网](https://flk.npc.gov.cn/)")).contains("href=\"https://flk.npc.gov.cn/\"");
    }
}
