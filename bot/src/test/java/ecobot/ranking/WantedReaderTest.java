package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.RULES;
import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.issue.Issue.Kind;
import ecobot.roster.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedReaderTest {

    /** Monday, 23 November 2026. */
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "本周,WEEK,2026-11-23",
        "上周,WEEK,2026-11-16",
        "sz,WEEK,2026-11-16",
        "本月,MONTH,2026-11-01",
        "上个月,MONTH,2026-10-01",
        "3月,MONTH,2026-03-01",
        "３月份,MONTH,2026-03-01",
        "三月,MONTH,2026-03-01",
        "十月,MONTH,2026-10-01",
        "十一月,MONTH,2026-11-01",
        "十二月,MONTH,2025-12-01",
        "12月,MONTH,2025-12-01",
        "2025年3月,MONTH,2025-03-01",
        "2026-03,MONTH,2026-03-01",
        "去年3月,MONTH,2025-03-01",
        "去年 三月,MONTH,2025-03-01",
        "今年,YEAR,2026-01-01",
        "去年,YEAR,2025-01-01",
        "2025年,YEAR,2025-01-01",
        "11月18日,WEEK,2026-11-16",
        "12月1日,WEEK,2025-12-01",
        "2026-11-10,WEEK,2026-11-09",
    })
    void periods_are_understood(String typed, Period.Kind kind, String from) {
        var wanted = read(typed);

        var period = Objects.requireNonNull(wanted.period());
        assertThat(period.kind()).isEqualTo(kind);
        assertThat(period.from()).isEqualTo(from);
        assertThat(wanted.rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"上周 水", "水 上周", "上周水", "11月16日 水环境"})
    void kind_may_stand_beside_a_period(String typed) {
        assertThat(read(typed).kind()).isEqualTo(Kind.WATER);
        assertThat(Objects.requireNonNull(read(typed).period()).from()).isEqualTo("2026-11-16");
        assertThat(read(typed).rest()).isEmpty();
    }

    @Test
    void group_is_that_of_the_rules_or_towns_or_subdistricts() {
        assertThat(read("3月 镇").group()).isEqualTo(new Wanted.Group("镇", Set.of(Unit.Kind.TOWN)));
        assertThat(read("街道").group()).isEqualTo(new Wanted.Group("街道", Set.of(Unit.Kind.SUBDISTRICT)));
        var rules = new Rules(
                1,
                RULES.weights(),
                null,
                3,
                List.of(
                        new Rules.Group("甲组", List.of(Unit.Kind.TOWN)),
                        new Rules.Group("乙组", List.of(Unit.Kind.SUBDISTRICT))),
                RULES.bands(),
                null,
                null,
                RULES.appealDays(),
                null);
        assertThat(read("上周 甲组", rules).group()).isEqualTo(new Wanted.Group("甲组", Set.of(Unit.Kind.TOWN)));
    }

    @ParameterizedTest
    @CsvSource({"新丰 上周,新丰", "上周新丰,新丰", "3月 新丰镇 水,新丰镇", "新丰,新丰", "火星,火星", "11月31日,11月31日"})
    void what_is_none_of_these_is_left_for_the_unit(String typed, String rest) {
        assertThat(read(typed).rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"去年三月水 镇 新丰", "上周 大气", "11月18日 新丰", "2025 噪声", "今年镇"})
    void words_that_were_understood_are_understood_again(String typed) {
        var once = read(typed);
        var again = read(once.words());

        assertThat(again.period()).isEqualTo(once.period());
        assertThat(again.kind()).isEqualTo(once.kind());
        assertThat(again.group()).isEqualTo(once.group());
        assertThat(again.rest()).isEmpty();
    }

    private static Wanted read(String typed) {
        return read(typed, RULES);
    }

    private static Wanted read(String typed, Rules rules) {
        return WantedReader.read(
                typed,
                TEMPLATES.words(RankWords.FILE, RankWords.class),
                TEMPLATES.words(TaskWords.FILE, TaskWords.class),
                rules,
                NOW);
    }
}
