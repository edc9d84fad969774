package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.dingtalk.Fault.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(Faults.of(Faults.TIMEOUT).ofHarmlessCall().remedy()).isEqualTo(Remedy.LATER);
        assertThat(Faults.of("40004", 400).ofHarmlessCall().remedy()).isEqualTo(Remedy.REFUSED);
    }

    /** The platform's documents, robots and legacy errors; what other calls add has to stand here too. */
    private static final String DOCUMENTED = """
            -1 15 88 33012 40001 40004 40005 40006 40014 40035 40104 41001 42001 43004 50002 60003 60011 60020 60121 90002
            90018 90020 101002 130101 300001 310000 400002 400013 400101 400102 400105 400106 410100 430101 430102 430103
            430104 460101 InvalidAuthentication MissingRobotCode InvalidParameter.x invalidClientIdOrSecret
            Forbidden.AccessDenied.AccessTokenPermissionDenied Forbidden.AccessDenied.IpNotInWhiteList
            Forbidden.AccessDenied.QpsLimitForApi Forbidden.AccessDenied.QpsLimitForAppkeyAndApi
            Forbidden.AccessDenied.QpmLimitForAppkeyAndApi Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi
            Forbidden.AccessDenied.ApiCountLimitForOrg system.busy system.error ServiceUnavailable
            invalidParameter.robotCode.empty invalidParameter.robotCode.missing invalidParameter.robotCode.invalid
            invalidParameter.robotCode.notExsit invalidParameter.robotCode.auth invalidParameter.robotCode.coolApp
            invalidParameter.robotCode.downloadCode resource.unavailable resource.not.found unauthorized auth.error
            invalidParameter.userIds.empty invalidParameter.userIds.overMax invalidParameter.msgKey.empty
            invalidParameter.msgKey.invalid invalidParameter.msg.unsupport invalidParameter.msgParam.invalid
            invalidParameter.msgParam.tooLong invalidParameter.msgBody.invalid miss.param.text miss.openConversationId
            invalid.openConversationId conversation.org.notMatch group.disbanded bot.stopped template.stopped
            template.not.existed staffId.notExisted illegal.receivers receivers.exceed chatbotId.notAllow.sendOTO
            robot.oto.notExist send.too.fast send.byToken.tooFast too.many.group too.many.people send.forbidden
            bot.forbidden.sendMessage keywords.not.match sign.not.match ip.not.match contain.unsafe.url
            contain.notAllowed.text contain.notAllowed.picture contain.notAllowed.content only.groupAdmin.canAtAll
            session.notExisted session.expired unknown.send.result robot.processQueryKey.expired
            notRevoke.all.messages not.allowed.robotCode invalidParameter.processQueryKeys.overMax
            processQueryKey.expireTime
            """;

    @ParameterizedTest
    @MethodSource("documented")
    void every_documented_code_is_in_the_table(String code) {
        assertThat(Faults.isDocumented(code)).isTrue();
    }

    private static Stream<String> documented() {
        return DOCUMENTED.strip().lines().flatMap(line -> Stream.of(line.strip().split(" ")));
    }

    @Test
    void group_is_given_up_only_for_what_is_the_groups_own_matter() {
        assertThat(documented().filter(code -> Faults.of(code, 400).remedy() == Remedy.TARGET_GONE))
                .containsExactlyInAnyOrder(
                        "400013",
                        "400106",
                        "group.disbanded",
                        "invalid.openConversationId",
                        "miss.openConversationId",
                        "conversation.org.notMatch",
                        "resource.unavailable",
                        "invalidParameter.robotCode.coolApp");
    }

    @Test
    void every_reason_has_a_sentence_for_people() throws IOException {
        var words = Files.readString(Path.of("../templates/delivery/words.yml"));
        var outboxes = Stream.of(
                "held",
                "banned",
                "no-channel",
                "messenger-failed",
                "sender-lost",
                "target-disabled",
                "recalled",
                "recalled-in-doubt");

        assertThat(Stream.concat(Faults.TABLE.stream().map(row -> row.fault().reason()), outboxes))
                .allSatisfy(reason -> assertThat(words).contains("  " + reason + ": "));
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
