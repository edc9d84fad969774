package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.ranking.RankWords.Wish;
import ecobot.ranking.Rules.Bands;
import ecobot.ranking.Rules.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    @Test
    void packaged_rules_are_those_of_the_bureau() {
        assertThat(LeagueTableFixture.RULES).isEqualTo(new Rules(1, new Weights(50, 20), 3, new Bands(1, 1, 1)));
    }

    @Test
    void rules_that_make_no_sense_are_refused_by_key() {
        assertThatThrownBy(() -> new Weights(-1, 20)).hasMessage("weights.onTime must not be negative");
        assertThatThrownBy(() -> new Weights(0, 0)).hasMessage("weights must not all be 0");
        assertThatThrownBy(() -> new Bands(0, 0, 0)).hasMessage("bands must not all be 0");
        assertThatThrownBy(() -> new Rules(0, new Weights(1, 1), 3, new Bands(1, 1, 1)))
                .hasMessage("version must be 1 or more");
        assertThatThrownBy(() -> new Rules(1, new Weights(1, 1), 0, new Bands(1, 1, 1)))
                .hasMessage("minimum must be 1 or more");
    }

    @ParameterizedTest
    @CsvSource({"'',THIS_WEEK", "本周,THIS_WEEK", "上周,LAST_WEEK", "预览,PREVIEW", "fabu,PUBLISH", "新丰,UNIT"})
    void words_after_the_command_are_understood(String folded, Wish wish) {
        var words = LeagueTableFixture.TEMPLATES.words("ranking/rank-words", RankWords.class);

        assertThat(words.wish(folded)).isEqualTo(wish);
    }
}
