package ecobot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.Question.Choice;
import ecobot.roster.ListedRoster;
import ecobot.roster.Member;
import ecobot.testing.Calls;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ConfirmationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

    private final Templates templates = PackagedTemplates.at(Clock.fixed(NOW, Zone.SHANGHAI));
    private final Confirmation confirmation = new Confirmation(templates, JsonMapper.shared());
    private final Member manager = new ListedRoster().member("分局领导一", "分局");

    record Pending(Set<Long> groups, Instant at) {}

    @Test
    void what_waits_comes_back_as_it_was_put() {
        var pending = new Pending(Set.of(1L, 2L), NOW);

        var question = asked(pending);

        assertThat(question.choices()).containsExactly(new Choice("确认", "确认"), new Choice("取消", "取消"));
        assertThat(confirmation.pending(question, Pending.class)).isEqualTo(pending);
        assertThat(confirmation.pending(asked("a word"), String.class)).isEqualTo("a word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"确认", "是", "好", "OK", "ＹＥＳ"})
    void yes(String typed) {
        assertThat(confirmation.isYes(answer(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"取消", "算了", "不", "No"})
    void no(String typed) {
        assertThat(confirmation.isYes(answer(typed))).isFalse();
    }

    @Test
    void what_is_neither_is_asked_again_in_the_words_of_the_room() {
        assertThatThrownBy(() -> confirmation.isYes(answer("再想想")))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        told -> assertThat(text(told.reply())).contains("没看懂“再想想”。确认请回 1，取消请回 2。"));
        assertThatThrownBy(() -> confirmation.isYes(answer("再想想"), "ranking/appeal-yes-or-no"))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        told -> assertThat(text(told.reply())).contains("更正排名请回：确认"));
    }

    private Question asked(Object pending) {
        return Objects.requireNonNull(
                confirmation.ask(Reply.of("plan/plan-kept", Map.of()), pending).question());
    }

    private CommandCall answer(String typed) {
        return Calls.inPrivate(manager, NOW, typed);
    }

    private String text(Reply reply) {
        return templates.render(reply.template(), reply.view()).text();
    }
}
