package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.Browser;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.chrome.ChromeDriver;

/** How the page draws DingTalk's Markdown. What is expected is what a phone shows. */
@Browser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkdownPageIT {

    private static final String DRAW = """
            const [text, mentions, done] = arguments;
            import('/sandbox/page/markdown.js')
                .then(({markdown}) => done(markdown(text, new Map(Object.entries(mentions))).innerHTML))
                .catch(error => done('failed: ' + error));
            """;

    private final ChromeDriver driver;
    private final PageFiles files = new PageFiles();

    MarkdownPageIT(ChromeDriver driver) throws IOException {
        this.driver = driver;
    }

    @BeforeAll
    void open() {
        driver.get(files.address());
    }

    @AfterAll
    void close() {
        files.close();
    }

    @Test
    void a_single_line_break_collapses_and_a_blank_line_parts() {
        assertThat(drawn("一\n二\n\n三")).isEqualTo("<p>一 二</p><p>三</p>");
    }

    @Test
    void two_spaces_keep_a_line_break() {
        assertThat(drawn("一  \n  二")).isEqualTo("<p>一<br>二</p>");
    }

    @Test
    void a_heading_begins_below_those_of_the_page() {
        assertThat(drawn("### 标题\n正文")).isEqualTo("<h5 data-level=\"3\">标题</h5><p>正文</p>");
    }

    @Test
    void bold_and_italic_may_stand_inside_each_other() {
        assertThat(drawn("**粗 *斜* 粗** _斜_")).isEqualTo("<p><strong>粗 <em>斜</em> 粗</strong> <em>斜</em></p>");
    }

    @Test
    void marks_inside_words_and_between_spaces_are_plain() {
        assertThat(drawn("a_b_c 2 * 3 * 4 **")).isEqualTo("<p>a_b_c 2 * 3 * 4 **</p>");
    }

    @Test
    void lists_may_stand_inside_each_other() {
        assertThat(drawn("1. 一\n2. 二\n   - 甲\n   - 乙\n\n后"))
                .isEqualTo(
                        "<ol><li><p>一</p></li><li><p>二</p><ul><li><p>甲</p></li><li><p>乙</p></li></ul></li></ol><p>后</p>");
    }

    @Test
    void a_list_continues_after_a_blank_line_and_keeps_its_first_number() {
        assertThat(drawn("3. 三\n\n4. 四")).isEqualTo("<ol start=\"3\"><li><p>三</p></li><li><p>四</p></li></ol>");
    }

    @Test
    void a_quote_holds_blocks() {
        assertThat(drawn("> 一\n> - 二")).isEqualTo("<blockquote><p>一</p><ul><li><p>二</p></li></ul></blockquote>");
    }

    @Test
    void tables_and_code_are_not_drawn() {
        assertThat(drawn("| 单位 | 分 |\n|---|---|\n| 新丰 | 92 |")).isEqualTo("<p>| 单位 | 分 | |---|---| | 新丰 | 92 |</p>");
        assertThat(drawn("```\nx\n```")).isEqualTo("<p>``` x ```</p>");
        assertThat(drawn("~~a~~ `b`")).isEqualTo("<p>~~a~~ `b`</p>");
    }

    @Test
    void a_web_link_opens_elsewhere() {
        assertThat(drawn("[看](https://example.org/a_b_c)"))
                .isEqualTo(
                        "<p><a href=\"https://example.org/a_b_c\" target=\"_blank\" rel=\"noopener noreferrer\">看</a></p>");
    }

    @Test
    void a_link_of_the_platform_opens_the_page_inside() {
        assertThat(drawn("[看](dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fexample.org%2F&pc_slide=false)"))
                .contains("href=\"https://example.org/\"");
    }

    @Test
    void a_link_that_makes_one_speak_is_a_button() {
        assertThat(drawn("[排名](dtmd://dingtalkclient/sendMessage?content=%2F%E6%8E%92%E5%90%8D)"))
                .isEqualTo("<p><button type=\"button\" class=\"saying\" title=\"发送“/排名”\">排名</button></p>");
    }

    @Test
    void a_picture_is_loaded_from_the_stand_in_by_its_media_id() {
        assertThat(drawn("![表](@lADPabc)")).contains("src=\"/sandbox/api/media/%40lADPabc\"", "alt=\"表\"");
    }

    @Test
    void a_picture_from_elsewhere_is_a_link() {
        assertThat(drawn("![表](https://example.org/a.png)"))
                .contains("<a href=")
                .doesNotContain("<img");
    }

    @Test
    void a_mention_shows_the_name() {
        assertThat(drawn("请 @xinfeng-1 处理", Map.of("xinfeng-1", "新丰联络员一")))
                .isEqualTo("<p>请 <span class=\"mention\">@新丰联络员一</span> 处理</p>");
    }

    @Test
    void markup_and_script_links_stay_text() {
        assertThat(drawn("<img src=x onerror=alert(1)>")).isEqualTo("<p>&lt;img src=x onerror=alert(1)&gt;</p>");
        assertThat(drawn("[x](javascript:alert(1))")).isEqualTo("<p>[x](javascript:alert(1))</p>");
        assertThat(drawn("[x](JaVaScRiPt&#58;alert(1)) ![x](data:text/html,1)")).doesNotContain("<a", "<img");
        assertThat(drawn("[x](vbscript:a) [x](file:///etc/passwd) [x](//example.org)"))
                .doesNotContain("<a");
        assertThat(drawn("&lt;script&gt;")).isEqualTo("<p>&lt;script&gt;</p>");
    }

    @Test
    void hostile_lengths_cost_no_more_than_a_glance() {
        for (var piece : new String[] {"[", "**", "*a", "![", "_ ", "> ", "- ", "@", "http://", "[](", "&#"}) {
            var before = System.nanoTime();
            assertThat(drawn(piece.repeat(20_000 / piece.length()))).doesNotStartWith("failed");
            assertThat(System.nanoTime() - before).as(piece).isLessThan(5_000_000_000L);
        }
    }

    private String drawn(String text) {
        return drawn(text, Map.of());
    }

    private String drawn(String text, Map<String, String> mentions) {
        return (String) driver.executeAsyncScript(DRAW, text, mentions);
    }
}
