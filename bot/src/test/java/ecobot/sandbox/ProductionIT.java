package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionIT {

    @TempDir
    static Path folder;

    static StandIn production;
    static StandIn trial;

    /** Beside the one with credentials one without, so that a route that is nowhere would be noticed. */
    @BeforeAll
    static void start() {
        production = StandIn.start(folder.resolve("production"), "--ecobot.dingtalk.client-id=dingreal");
        trial = StandIn.start(folder.resolve("trial"));
    }

    @AfterAll
    static void stop() {
        production.close();
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sandbox",
                "/sandbox/",
                "/sandbox/page/app.js",
                "/sandbox/api/people",
                "/sandbox/api/status",
                "/gettoken",
                "/connect"
            })
    void page_that_try_it_mode_has_is_not_there_with_real_credentials(String path) {
        assertThat(production.get(path).status()).isEqualTo(404);
        assertThat(trial.get(path).status()).isNotEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/gateway/connections/open",
                "/v1.0/oauth2/accessToken",
                "/v1.0/robot/groupMessages/send",
                "/v1.0/robot/groupMessages/query",
                "/v1.0/robot/groupMessages/recall",
                "/v1.0/robot/oToMessages/batchSend",
                "/v1.0/robot/otoMessages/batchRecall",
                "/v1.0/robot/messageFiles/download",
                "/robot/send",
                "/robot/sendBySession",
                "/media/upload",
                "/topapi/v2/user/get",
                "/sandbox/api/clock",
                "/sandbox/api/faults",
                "/sandbox/api/quota"
            })
    void call_that_try_it_mode_takes_is_not_there_with_real_credentials(String path) {
        assertThat(production.post(path, "{}").status()).isEqualTo(404);
        assertThat(trial.post(path, "{}").status()).isNotEqualTo(404);
    }

    @Test
    void nothing_is_written_with_real_credentials() {
        assertThat(production.get("/sandbox").status()).isEqualTo(404);
        assertThat(Files.exists(folder.resolve("production/sandbox"))).isFalse();
    }
}
