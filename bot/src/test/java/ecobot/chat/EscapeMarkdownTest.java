package ecobot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EscapeMarkdownTest {

    /** What DingTalk, or any Markdown, would take for more than words. Written apart from the escaper, from the platform's list of marks. */
    private static final Pattern ACTIVE = Pattern.compile(
            String.join(
                    "|",
                    "@",
                    "[\\[<`*|]|~~",
                    "[a-z][a-z0-9+.-]*://|www\\.",
                    "(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])",
                    "(?m:^ {0,3}(?:#|>|[-+]\\s|[-+]$|\\d{1,9}[.)](?:\\s|$)|=+\\s*$|-{2,}\\s*$))",
                    "(?m:^ {4})|\\t|\\R",
                    "&#?\\w+;"),
            Pattern.CASE_INSENSITIVE);

    private static final String[] PIECES = {
        "@",
        "@all",
        "@所有人",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "<",
        ">",
        "`",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "|",
        "#",
        "##",
        "&#64;",
        "&lt;",
        "\\",
        "http://",
        "HTTPS://a.cn/x",
        "dtmd://dingtalkclient/sendMessage?content=1",
        "dingtalk:",
        "//",
        "/",
        ":",
        "www.",
        "ww",
        "w.",
        "1.",
        "12)",
        "- ",
        "-",
        "+",
        "--- ",
        "===",
        "=",
        ".",
        " ",
        "    ",
        "\t",
        "\n",
        "\r\n",
        "\u2028",
        "\u0085",
        "\u00A0",
        "\u200B",
        "\u202E",
        "新丰镇",
        "河边",
        "abc",
        "3",
        "12/5",
        "17:30",
        "。",
        "，",
        "𠮷",
        "😀",
        "\uD800",
        "!",
        "\u3000"
    };

    @Test
    void no_generated_text_becomes_more_than_words() {
        var random = new Random(20261124);
        for (int i = 0; i < 100_000; i++) {
            var typed = typed(random);

            assertThat(ACTIVE.matcher(EscapeMarkdown.escape(typed)).find())
                    .as(typed)
                    .isFalse();
        }
    }

    @Test
    void two_values_side_by_side_do_not_make_a_mark() {
        var random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            var first = typed(random).replaceAll("(?i)w", "");
            var second = typed(random);
            var line = EscapeMarkdown.escape(first) + EscapeMarkdown.escape(second);

            assertThat(ACTIVE.matcher(line).find()).as("%s|%s", first, second).isFalse();
        }
    }

    @Test
    void the_checker_finds_what_is_active() {
        assertThat(new String[] {
                    "a@b",
                    "[x](y)",
                    "![x](y)",
                    "# x",
                    "1. x",
                    "- x",
                    "> x",
                    "http://a",
                    "x\n===",
                    "`a`",
                    "**b**",
                    "a|b",
                    "_x_",
                    "www.a.cn"
                })
                .allMatch(text -> ACTIVE.matcher(text).find());
    }

    @Test
    void what_is_replaced_looks_as_it_was_typed() {
        assertThat(EscapeMarkdown.escape("@张三 看[这里](http://x.cn)")).isEqualTo("＠张三 看［这里］（http：//x.cn）");
        assertThat(EscapeMarkdown.escape("1. 第一\n- 第二")).isEqualTo("1． 第一 - 第二");
    }

    @Test
    void plain_words_stay_as_they_are() {
        for (var words :
                new String[] {"新丰镇镇中路 12 号，17:30 前", "12.5", "-5", "12/5", "/上报 新丰镇", "3天内", "2026-12-05", "A.B", "“好”"
                }) {
            assertThat(EscapeMarkdown.escape(words)).isEqualTo(words);
        }
    }

    @Test
    void escaping_twice_changes_nothing_more() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var once = EscapeMarkdown.escape(typed(random));

            assertThat(EscapeMarkdown.escape(once)).isEqualTo(once);
        }
    }

    private static String typed(Random random) {
        var text = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
