package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that go wrong on command. */
class FaultsIT {

    private static final String ROBOT = "/robot/send?access_token=xinfeng-robot";
    private static final String TEXT = "{'msgtype':'text','text':{'content':'hi'}}";

    @TempDir
    static Path folder;

    static StandIn standIn;

    @BeforeAll
    static void start() {
        standIn = StandIn.start(folder);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @BeforeEach
    void behave() {
        standIn.faults("{'reset':true,'switches':{'rateLimits':false}}");
    }

    @Test
    void reset_before_the_body_carries_nothing_out() {
        var before = messages();
        standIn.faults("{'http':[{'path':'/robot/send','kind':'RESET','count':1}]}");

        assertThatThrownBy(() -> standIn.post(ROBOT, TEXT)).isInstanceOf(UncheckedIOException.class);
        assertThat(messages()).isEqualTo(before);
        assertThat(standIn.post(ROBOT, TEXT).errcode()).isZero();
    }

    @Test
    void reset_after_the_body_carries_the_call_out_and_tells_nobody() {
        var before = messages();
        standIn.faults("{'http':[{'path':'/robot/send','kind':'RESET','processed':true,'count':1}]}");

        assertThatThrownBy(() -> standIn.post(ROBOT, TEXT)).isInstanceOf(UncheckedIOException.class);
        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void server_error_with_or_without_effect() {
        var before = messages();
        standIn.faults("{'http':[{'path':'/robot/**','kind':'STATUS','status':502,'count':1},"
                + "{'path':'/robot/**','kind':'STATUS','processed':true,'count':1}]}");

        assertThat(standIn.post(ROBOT, TEXT).status()).isEqualTo(502);
        assertThat(messages()).isEqualTo(before);
        assertThat(standIn.post(ROBOT, TEXT).status()).isEqualTo(503);
        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void throttling_speaks_the_language_of_the_api_that_was_called() {
        standIn.faults("{'http':[{'kind':'THROTTLE'}]}");

        assertThat(standIn.call("any", "/v1.0/robot/groupMessages/send", "{}").refusal())
                .isEqualTo("403 Forbidden.AccessDenied.QpsLimitForAppkeyAndApi");
        assertThat(standIn.post(ROBOT, TEXT).errcode()).isEqualTo(410100);
        assertThat(standIn.get("/gettoken").errcode()).isEqualTo(90018);
    }

    @Test
    void page_in_place_of_json() {
        standIn.faults("{'http':[{'path':'/v1.0/**','kind':'HTML'}]}");

        var answer = standIn.post("/v1.0/oauth2/accessToken", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("<html>");
    }

    @Test
    void delay_keeps_the_answer_back_and_carries_the_call_out() {
        var before = messages();
        standIn.faults("{'http':[{'path':'/robot/send','kind':'DELAY','delayMillis':300}]}");
        var start = System.nanoTime();

        assertThat(standIn.post(ROBOT, TEXT).errcode()).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void dice_fall_the_same_for_the_same_seed() {
        var rule = "{'http':[{'path':'/robot/send','kind':'STATUS','probability':0.5,'seed':7}]}";
        standIn.faults(rule);
        var first = statuses();
        standIn.faults(rule);

        assertThat(statuses()).isEqualTo(first);
        assertThat(first).contains("200").contains("503");
    }

    @Test
    void rule_skips_strikes_and_is_used_up() {
        standIn.faults("{'http':[{'path':'/robot/send','kind':'STATUS','skip':2,'count':3}]}");

        assertThat(statuses()).startsWith("200 200 503 503 503 200");
        var rule = standIn.get("/sandbox/api/faults").ok().path("http").get(0);
        assertThat(rule.path("struck").asInt()).isEqualTo(3);
    }

    @Test
    void what_is_not_understood_changes_nothing() {
        assertThat(standIn.post("/sandbox/api/faults", "{'switches':{'rateLimits':true},'stream':{'copys':3}}")
                        .status())
                .isEqualTo(400);
        assertThat(standIn.post("/sandbox/api/faults", "{'http':[{'kind':'EXPLODE'}]}")
                        .status())
                .isEqualTo(400);
        assertThat(standIn.post("/sandbox/api/faults", "{'actions':[{'do':'DANCE'}]}")
                        .status())
                .isEqualTo(400);

        var inForce = standIn.get("/sandbox/api/faults").ok();
        assertThat(inForce.path("switches").path("rateLimits").asBoolean(true)).isFalse();
        assertThat(inForce.path("stream").path("copies").asInt()).isEqualTo(1);
    }

    private static String statuses() {
        return String.join(
                " ",
                IntStream.range(0, 12)
                        .mapToObj(i -> String.valueOf(standIn.post(ROBOT, TEXT).status()))
                        .toList());
    }

    private static int messages() {
        return standIn.messages("cidXinfeng").size();
    }
}
