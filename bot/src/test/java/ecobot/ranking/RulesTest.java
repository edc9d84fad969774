package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.ranking.RankWords.Wish;
import ecobot.ranking.Rules.Bands;
import ecobot.ranking.Rules.Consequence;
import ecobot.ranking.Rules.Deductions;
import ecobot.ranking.Rules.Group;
import ecobot.ranking.Rules.Overrides;
import ecobot.ranking.Rules.Shown;
import ecobot.ranking.Rules.Weights;
import ecobot.roster.Unit.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    @Test
    void packaged_rules_are_those_of_the_bureau() {
        assertThat(LeagueTableFixture.RULES)
                .isEqualTo(new Rules(
                        2,
                        new Weights(50, 20, 15, 10, 5),
                        new Deductions(2, 10, 1, 2),
                        3,
                        List.of(),
                        new Bands(1, 1, 1),
                        new Overrides(5, 15, 2, 1),
                        List.of(new Consequence(2, "建议约谈"), new Consequence(3, "建议挂牌督办")),
                        5,
                        new Shown(8, 8, 10)));
    }

    @Test
    void rules_that_make_no_sense_are_refused_by_key() {
        assertThatThrownBy(() -> new Weights(-1, 20, 0, 0, 0)).hasMessage("weights.onTime must not be negative");
        assertThatThrownBy(() -> new Weights(0, 0, 1, 1, 1)).hasMessage("weights onTime and close must not both be 0");
        assertThatThrownBy(() -> new Bands(0, 0, 0)).hasMessage("bands must not all be 0");
        assertThatThrownBy(() -> rules(0, 3, List.of())).hasMessage("version must be 1 or more");
        assertThatThrownBy(() -> rules(1, 0, List.of())).hasMessage("minimum must be 1 or more");
        assertThatThrownBy(() -> new Overrides(5, 4, 2, 1))
                .hasMessage("overrides.redOverdueDays must be 0, or not less than yellowOverdueDays");
        assertThatThrownBy(() -> new Overrides(5, 15, 1, 1))
                .hasMessage("overrides.yellowsInARow must be 0, or 2 or more");
        assertThatThrownBy(() -> new Shown(0, 10, 10)).hasMessage("shown.top must be 1 or more");
        assertThatThrownBy(() -> new Shown(20, 10, 1)).hasMessageStartingWith("shown must come to 30 at most");
        assertThatThrownBy(() -> rules(1, 3, List.of(new Group("all", List.of(Kind.TOWN, Kind.TOWN)))))
                .hasMessage("groups must not name a kind twice");
        assertThatThrownBy(() -> rules(1, 3, List.of(new Group("towns", List.of(Kind.TOWN)))))
                .hasMessage("groups must have TOWN and SUBDISTRICT, or be empty");
    }

    @Test
    void no_days_to_appeal_are_refused_and_only_what_is_not_written_is_five() {
        assertThat(rules(1, 3, List.of(), null).appealDays()).isEqualTo(5);
        assertThatThrownBy(() -> rules(1, 3, List.of(), 0)).hasMessage("appealDays must be 1 or more");
    }

    private static Rules rules(int version, int minimum, List<Group> groups) {
        return rules(version, minimum, groups, 5);
    }

    private static Rules rules(int version, int minimum, List<Group> groups, @Nullable Integer appealDays) {
        return new Rules(
                version,
                new Weights(1, 1, 0, 0, 0),
                null,
                minimum,
                groups,
                new Bands(1, 1, 1),
                null,
                List.of(),
                appealDays,
                null);
    }

    @ParameterizedTest
    @CsvSource({"'',TABLE", "上周,TABLE", "预览,PREVIEW", "fabu,PUBLISH", "新丰,TABLE"})
    void words_after_the_command_are_understood(String folded, Wish wish) {
        var words = LeagueTableFixture.TEMPLATES.words("ranking/rank-words", RankWords.class);

        assertThat(words.wish(folded)).isEqualTo(wish);
    }
}
