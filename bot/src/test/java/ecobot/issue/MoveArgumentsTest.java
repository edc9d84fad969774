package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.issue.VerifyWords.Verdict;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.testing.Calls;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveArgumentsTest {

    private static final Member ANYBODY = new Member(1, "anybody", "某人", null, Set.of(Role.REPORTER));
    private static final Map<Verdict, List<String>> WORDS = Map.of(
            Verdict.PASS, List.of("通过"),
            Verdict.BACK, List.of("不通过", "退回"),
            Verdict.TRUE, List.of("属实"),
            Verdict.PARTLY, List.of("部分属实"),
            Verdict.FALSE, List.of("不属实"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12|''",
                "#12|12|''",
                "１２　１３|12 13|''",
                "12、13, 14 都清理了|12 13 14|都清理了",
                "12 12|12|''",
                "12已清理|12|已清理",
                "12 已清理3车垃圾|12|已清理3车垃圾",
                "12：已清理|12|已清理",
                "已清理3车垃圾|''|已清理3车垃圾"
            })
    void numbers_come_first_and_words_after(String typed, String numbers, String text) {
        var arguments = MoveArguments.of(Calls.inPrivate(ANYBODY, Instant.EPOCH, typed));

        assertThat(arguments.numbers())
                .isEqualTo(Arrays.stream(numbers.split(" "))
                        .filter(number -> !number.isEmpty())
                        .map(Long::valueOf)
                        .toList());
        assertThat(arguments.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12和13|12 13 ",
                "12 和 13 都清理了|12 13 都清理了",
                "编号12|12 ",
                "第12号、第13号 已清理|12 13 已清理",
                "12号 已清理|12 已清理",
                "12、13和14还有15|12 13 14 15 ",
                "12号楼前已清理|12号楼前已清理",
                "12 和居民谈过|12 和居民谈过",
                "已清理|已清理"
            })
    void words_around_numbers_are_passed_over(String typed, String plain) {
        var words = new NumberWords(List.of("编号", "第"), List.of("号", "件"), List.of("和", "还有"));

        assertThat(words.without(typed).strip()).isEqualTo(plain.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 通过|PASS|12",
                "通过 12|PASS|12",
                "12通过|PASS|12",
                "１２退回 还有|BACK|１２ 还有",
                "通过12|PASS|12",
                "通过，部分属实 12 现场看过|PASS PARTLY|12 现场看过",
                "12 不通过 通过率太低|BACK|12 通过率太低",
                "12 不属实 没有发现|FALSE|12 没有发现",
                "12通过属实|PASS TRUE|12",
                "12 部分属实通过|PARTLY PASS|12",
                "12 通过不了|''|12 通过不了",
                "12 现场看过 通过|''|12 现场看过 通过"
            })
    void a_decision_stands_alone_before_the_words(String typed, String verdicts, String rest) {
        var found = Verdicts.in(typed, WORDS);

        assertThat(found.chosen())
                .extracting(Verdict::name)
                .isEqualTo(Arrays.stream(verdicts.split(" "))
                        .filter(verdict -> !verdict.isEmpty())
                        .toList());
        assertThat(found.rest()).isEqualTo(rest);
    }
}
