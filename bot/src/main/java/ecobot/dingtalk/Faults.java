package ecobot.dingtalk;

import static ecobot.dingtalk.Fault.Remedy.BANNED;
import static ecobot.dingtalk.Fault.Remedy.LATER;
import static ecobot.dingtalk.Fault.Remedy.NEW_TOKEN;
import static ecobot.dingtalk.Fault.Remedy.PUNISHED;
import static ecobot.dingtalk.Fault.Remedy.QUOTA;
import static ecobot.dingtalk.Fault.Remedy.REFUSED;
import static ecobot.dingtalk.Fault.Remedy.RETRY;
import static ecobot.dingtalk.Fault.Remedy.UNKNOWN;
import static ecobot.dingtalk.Fault.Remedy.USE_API;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one table of what the platform may answer and what that means, for the Open API (code in an HTTP error), the legacy API and webhooks
 * (errcode in a 200). Spelling as the platform's documents have it, slips included; compared without regard to case. A code ending in
 * {@code *} stands for all that begin like it.
 */
final class Faults {

    static final String CREDENTIALS_REFUSED = "credentials-refused";

    static final Duration SOON = Duration.ofSeconds(1);
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration WEBHOOK_BAN = Duration.ofMinutes(10);
    static final Duration ADDRESS_BAN = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /** One meaning and the codes that have it. */
    record Row(Fault fault, List<String> codes) {}

    static final List<Row> TABLE = List.of(
            row(RETRY, "platform-busy", SOON, "-1", "system.busy", "90002"),
            row(LATER, "too-fast", SOON, "Forbidden.AccessDenied.QpsLimit*", "90018", "send.too.fast", "too.many.*"),
            row(LATER, "too-fast", MINUTE, "Forbidden.AccessDenied.QpmLimit*", "send.byToken.tooFast"),
            row(BANNED, "too-fast", WEBHOOK_BAN, "410100", "130101"),
            row(PUNISHED, "address-banned", ADDRESS_BAN, "x5-deny"),
            row(QUOTA, "quota-exhausted", Duration.ZERO, "Forbidden.AccessDenied.ApiCountLimitForOrg", "90020"),
            row(NEW_TOKEN, "token-stale", Duration.ZERO, "InvalidAuthentication", "40001", "40014", "42001", "41001"),
            row(LATER, CREDENTIALS_REFUSED, MINUTE, "invalidClientIdOrSecret", "40089", "40096"),
            row(USE_API, "session-dead", Duration.ZERO, "300001", "session.notExisted", "session.expired"),
            row(UNKNOWN, "outcome-unknown", Duration.ZERO, "unknown.send.result", "system.error", "ServiceUnavailable"),
            row(UNKNOWN, "outcome-unknown", Duration.ZERO, "15"),
            row(
                    REFUSED,
                    "permission-missing",
                    Duration.ZERO,
                    "Forbidden.AccessDenied.AccessTokenPermissionDenied",
                    "60011",
                    "50002",
                    "unauthorized",
                    "auth.error"),
            row(REFUSED, "address-not-allowed", Duration.ZERO, "Forbidden.AccessDenied.IpNotInWhiteList", "60020"),
            row(REFUSED, "address-not-allowed", Duration.ZERO, "310000", "keywords.not.match", "sign.not.match"),
            row(REFUSED, "address-not-allowed", Duration.ZERO, "ip.not.match"),
            row(REFUSED, "robot-misconfigured", Duration.ZERO, "invalidParameter.robotCode.*", "resource.not.found"),
            row(REFUSED, "robot-misconfigured", Duration.ZERO, "chatbotId.notAllow.sendOTO", "robot.oto.notExist"),
            row(REFUSED, "robot-disabled", Duration.ZERO, "400102", "400106", "resource.unavailable", "bot.stopped"),
            row(REFUSED, "robot-disabled", Duration.ZERO, "send.forbidden", "bot.forbidden.sendMessage", "400101"),
            row(REFUSED, "group-gone", Duration.ZERO, "400013", "group.disbanded", "invalid.openConversationId"),
            row(REFUSED, "group-gone", Duration.ZERO, "miss.openConversationId", "conversation.org.notMatch"),
            row(REFUSED, "unknown-person", Duration.ZERO, "staffId.notExisted", "illegal.receivers", "33012", "60121"),
            row(REFUSED, "too-many-receivers", Duration.ZERO, "receivers.exceed", "invalidParameter.userIds.*"),
            row(REFUSED, "too-long", Duration.ZERO, "460101", "101002", "invalidParameter.msgParam.tooLong"),
            row(REFUSED, "content-unsafe", Duration.ZERO, "430101", "430102", "430103", "430104", "contain.*"),
            row(REFUSED, "mention-all-not-allowed", Duration.ZERO, "only.groupAdmin.canAtAll"),
            row(REFUSED, "bad-request", Duration.ZERO, "40035", "43004", "400105", "400002", "miss.param.*"),
            row(REFUSED, "bad-request", Duration.ZERO, "invalidParameter*", "Missing*", "template.*"),
            row(REFUSED, "bad-media", Duration.ZERO, "40004", "40005", "40006"));

    private static final Map<String, Fault> BY_CODE = new HashMap<>();

    static {
        TABLE.forEach(row -> row.codes().forEach(code -> BY_CODE.put(code.toLowerCase(Locale.ROOT), row.fault())));
    }

    private Faults() {}

    private static Row row(Fault.Remedy remedy, String reason, Duration delay, String... codes) {
        return new Row(new Fault(remedy, reason, delay), Arrays.asList(codes));
    }

    /** What {@code code} means; for a code that nobody documented, what the HTTP status suggests. */
    static Fault of(String code, int status) {
        return documented(code.toLowerCase(Locale.ROOT)).orElseGet(() -> undocumented(code, status));
    }

    /** The longest entry that fits. */
    private static Optional<Fault> documented(String code) {
        Stream<String> prefixes =
                Stream.iterate(code.length(), n -> n >= 0, n -> n - 1).map(n -> code.substring(0, n) + "*");
        return Stream.concat(Stream.of(code), prefixes)
                .filter(BY_CODE::containsKey)
                .map(BY_CODE::get)
                .findFirst();
    }

    private static Fault undocumented(String code, int status) {
        log.warn("DingTalk answered with a code that is not in the table: {} (HTTP {})", printable(code), status);
        return ofStatus(status);
    }

    /** What an answer means that has no code. */
    static Fault ofStatus(int status) {
        if (status == 429) {
            return Fault.later("too-fast", SOON);
        }
        if (status >= 500) {
            return Fault.unknown("outcome-unknown");
        }
        return Fault.refused("refused-by-platform");
    }

    /** The platform answers neither yes nor no in its own words: may be a ban, a proxy, a sign-on page. */
    static Fault ofForeign(byte[] body) {
        try {
            ObjectNode answer = Json.object(body);
            if (isPunishment(answer)) {
                return of("x5-deny", 200);
            }
        } catch (Json.NotJson e) {
            if (new String(body, StandardCharsets.UTF_8).contains("\"punish\"")) {
                return of("x5-deny", 200);
            }
        }
        return Fault.unknown("foreign-answer");
    }

    /** More than 10,000 calls in 20 seconds from one address: every call from it is turned away for 5 minutes. */
    static boolean isPunishment(JsonNode answer) {
        return "deny".equals(Json.text(answer, "punish"));
    }

    /** The platform's code in an error body, however it spells the field. */
    static String codeIn(byte[] body, String otherwise) {
        try {
            ObjectNode answer = Json.object(body);
            return Stream.of("code", "Code", "errcode")
                    .flatMap(field -> Optional.ofNullable(Json.text(answer, field)).stream())
                    .map(Faults::printable)
                    .findFirst()
                    .orElse(otherwise);
        } catch (Json.NotJson e) {
            return otherwise;
        }
    }

    /** A code is a word; whatever else is in it does not get into a log. */
    static String printable(String code) {
        String clean = code.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.substring(0, Math.min(clean.length(), 80));
    }
}
