package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.dingtalk.Fault.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    private static Stream<Arguments> codes() {
        return Faults.TABLE.stream().flatMap(row -> row.codes().stream().map(code -> Arguments.of(code, row.fault())));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void documented_code_means_what_the_table_says(String code, Fault fault) {
        String actual = code.replace("*", "ForAppkeyAndApi");

        assertThat(Faults.of(actual, 400)).isEqualTo(fault);
        assertThat(Faults.of(actual.toLowerCase(Locale.ROOT), 400)).isEqualTo(fault);
    }

    @Test
    void no_code_stands_in_the_table_twice() {
        List<String> all = Faults.TABLE.stream()
                .flatMap(row -> row.codes().stream())
                .map(code -> code.toLowerCase(Locale.ROOT))
                .toList();

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(70);
    }

    @ParameterizedTest
    @CsvSource({
        "invalidParameter.robotCode.notExsit, robot-misconfigured",
        "invalidParameter.msgParam.tooLong, too-long",
        "invalidParameter.msgKey.empty, bad-request",
        "contain.notAllowed.picture, content-unsafe",
        "MissingRobotCode, bad-request"
    })
    void the_most_exact_entry_wins(String code, String reason) {
        assertThat(Faults.of(code, 400).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "403,REFUSED", "404,REFUSED", "429,LATER", "500,UNKNOWN", "502,UNKNOWN", "504,UNKNOWN"})
    void undocumented_code_means_what_its_status_suggests(int status, Remedy remedy) {
        assertThat(Faults.of("never.heard.of", status).remedy()).isEqualTo(remedy);
    }

    @Test
    void call_that_sends_nothing_can_always_be_repeated() {
        assertThat(Fault.unknown("timeout").ofHarmlessCall().remedy()).isEqualTo(Remedy.LATER);
        assertThat(Fault.refused("bad-media").ofHarmlessCall().remedy()).isEqualTo(Remedy.REFUSED);
    }

    @Test
    void code_is_found_however_it_is_spelled_and_cannot_forge_a_log_line() {
        assertThat(Faults.codeIn(bytes("{\"Code\":\"a.b\"}"), "-")).isEqualTo("a.b");
        assertThat(Faults.codeIn(bytes("{\"errcode\":310000}"), "-")).isEqualTo("310000");
        assertThat(Faults.codeIn(bytes("<html>"), "-")).isEqualTo("-");
        assertThat(Faults.codeIn(bytes("{\"code\":\"x\\n12:00 ERROR forged\"}"), "-"))
                .doesNotContain("\n", " ");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
