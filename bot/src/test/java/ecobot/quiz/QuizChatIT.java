package ecobot.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dialogue around the questions, through the platform's wire. */
@EcoBotIT
class QuizChatIT {

    private static final String WHO = "fengqiao-2";
    private static final String CHAT = "private:fengqiao-2";

    private final JdbcClient sql;
    private final QuizFixture shelf;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;
    private long law;

    @Autowired
    QuizChatIT(JdbcClient sql) {
        this.sql = sql;
        this.shelf = new QuizFixture(sql);
    }

    @BeforeEach
    void connect() {
        law = shelf.material("固废法", LocalDate.of(2026, 1, 5), 3);
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @AfterEach
    void asItWas() {
        sql.sql("delete from dialogue where command = 'quiz'").update();
        shelf.remove(law);
    }

    @Test
    void buttons_and_letters_answer_also_after_the_dialogue_has_lapsed_and_cancelling_says_what_is_kept() {
        assertThat(chat.ask(WHO, "cidFengqiao", "/答题 " + law).text()).contains("答题在单聊里", "/答题 " + law);

        var asked = chat.ask(WHO, CHAT, "答题 " + law);
        assertThat(asked.text()).contains("第 1 题，共 3 题", "A. 错的").doesNotContain("1. A", "回复数字");
        var button = asked.raw().path("raw").path("actionCard").path("btns").path(1);
        assertThat(button.path("title").asString()).isEqualTo("B");
        var says = URLDecoder.decode(
                button.path("actionURL").asString().replaceFirst("^.*content=", ""), StandardCharsets.UTF_8);
        assertThat(chat.ask(WHO, CHAT, says).text()).contains("答对了", "第 2 题");

        lapse();
        assertThat(chat.ask(WHO, CHAT, "ｂ").text())
                .as("the answer to a question that lapsed")
                .contains("答对了", "第 3 题");
        lapse();
        assertThat(chat.ask(WHO, CHAT, "好的").text()).contains("答过的都记下了", "/答题 " + law);

        assertThat(chat.ask(WHO, CHAT, "答题 " + law).text()).contains("第 3 题");
        assertThat(chat.ask(WHO, CHAT, "取消").text()).contains("答过的都记下了");
        assertThat(chat.ask(WHO, CHAT, "答题 " + law).text()).contains("第 3 题");
        assertThat(chat.ask(WHO, CHAT, "3").text()).contains("答错了，正确的是 B", "3 道答对 2 道");
    }

    private void lapse() {
        sql.sql("update dialogue set asked_at = '2026-01-01 00:00:00' where command = 'quiz'")
                .update();
    }
}
