package ecobot.dingtalk;

import static ecobot.dingtalk.Fault.Remedy.BANNED;
import static ecobot.dingtalk.Fault.Remedy.FRUITLESS;
import static ecobot.dingtalk.Fault.Remedy.GOES_ON;
import static ecobot.dingtalk.Fault.Remedy.LATER;
import static ecobot.dingtalk.Fault.Remedy.NEW_TOKEN;
import static ecobot.dingtalk.Fault.Remedy.PUNISHED;
import static ecobot.dingtalk.Fault.Remedy.QUOTA;
import static ecobot.dingtalk.Fault.Remedy.REFUSED;
import static ecobot.dingtalk.Fault.Remedy.RETRY;
import static ecobot.dingtalk.Fault.Remedy.TARGET_GONE;
import static ecobot.dingtalk.Fault.Remedy.UNKNOWN;
import static ecobot.dingtalk.Fault.Remedy.USE_API;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one table of what may become of a call and what that means: what the platform answers through the Open API (code in an HTTP error), the legacy
 * API and webhooks (errcode in a 200), what the network does instead of an answer, and what we find out before asking. Spelling as the platform's documents have it, slips included; compared without regard to case. A code ending in
 * {@code *} stands for all that begin like it.
 */
final class Faults {

    static final String CREDENTIALS_REFUSED = "credentials-refused";

    static final Duration SOON = Duration.ofSeconds(1);
    static final Duration MINUTE = Duration.ofMinutes(1);
    /** Six tries take as long as a busy platform is waited for. */
    static final Duration UPLOAD_PAUSE = Duration.ofMinutes(3);

    static final Duration WEBHOOK_BAN = Duration.ofMinutes(10);
    static final Duration ADDRESS_BAN = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /** What happens without a code of the platform's has one of ours. */
    static final String UNREACHABLE = "ours:unreachable";

    static final String NO_ADDRESS = "ours:dns";
    static final String BAD_CERTIFICATE = "ours:tls";
    static final String TIMEOUT = "ours:timeout";
    static final String CONNECTION_LOST = "ours:connection-lost";
    static final String FOREIGN_ANSWER = "ours:foreign-answer";
    static final String UNREADABLE_ANSWER = "ours:unreadable-answer";
    static final String PUNISHED_ADDRESS = "ours:punished";
    static final String BAN_RUNS = "ours:ban-runs";
    static final String NO_TIME = "ours:no-time";
    static final String INTERRUPTED = "ours:interrupted";
    static final String TOO_LONG = "ours:too-long";
    static final String MEDIA_MISSING = "ours:media-missing";
    static final String UPLOADING = "ours:uploading";
    static final String UPLOAD_FAILED = "ours:upload-failed";
    static final String CARD_REFUSED = "ours:card-refused";
    static final String TODO_UNCHANGED = "ours:todo-unchanged";
    static final String PERSON_UNKNOWN = "ours:person-unknown";
    static final String PERSON_FLOODED = "ours:person-flooded";
    static final String HTTP_THROTTLED = "ours:http-429";
    static final String HTTP_ERROR = "ours:http-5xx";
    static final String HTTP_REFUSED = "ours:http-other";

    /** One meaning and the codes that have it. */
    record Row(Fault fault, List<String> codes) {}

    static final List<Row> TABLE = List.of(
            row(RETRY, "platform-busy", SOON, "-1", "system.busy", "90002"),
            row(LATER, "unreachable", SOON, UNREACHABLE),
            row(LATER, "no-address", SOON, NO_ADDRESS),
            row(LATER, "bad-certificate", MINUTE, BAD_CERTIFICATE),
            row(LATER, "too-slow", SOON, NO_TIME),
            row(LATER, "interrupted", SOON, INTERRUPTED),
            row(LATER, "too-fast", SOON, "Forbidden.AccessDenied.QpsLimit*", "90018", "send.too.fast", "too.many.*"),
            row(LATER, "too-fast", SOON, HTTP_THROTTLED),
            row(LATER, "too-fast", MINUTE, "Forbidden.AccessDenied.QpmLimit*", "send.byToken.tooFast"),
            row(LATER, "person-flow-controlled", MINUTE, PERSON_FLOODED),
            row(LATER, "address-banned", SOON, BAN_RUNS),
            row(BANNED, "too-fast", WEBHOOK_BAN, "410100", "130101"),
            row(PUNISHED, "address-banned", ADDRESS_BAN, PUNISHED_ADDRESS),
            row(QUOTA, "quota-exhausted", Duration.ZERO, "Forbidden.AccessDenied.ApiCountLimitForOrg", "90020"),
            row(NEW_TOKEN, "token-stale", Duration.ZERO, "InvalidAuthentication", "40001", "40014", "42001", "41001"),
            row(LATER, CREDENTIALS_REFUSED, MINUTE, "invalidClientIdOrSecret", "40089", "40096"),
            row(USE_API, "session-dead", Duration.ZERO, "300001", "session.notExisted", "session.expired"),
            row(UNKNOWN, "timeout", Duration.ZERO, TIMEOUT),
            row(UNKNOWN, "connection-lost", Duration.ZERO, CONNECTION_LOST),
            row(UNKNOWN, "foreign-answer", Duration.ZERO, FOREIGN_ANSWER),
            row(UNKNOWN, "unreadable-answer", Duration.ZERO, UNREADABLE_ANSWER),
            row(UNKNOWN, "outcome-unknown", Duration.ZERO, "unknown.send.result", "system.error", "ServiceUnavailable"),
            row(UNKNOWN, "outcome-unknown", Duration.ZERO, "15", "88", HTTP_ERROR),
            row(TARGET_GONE, "group-gone", Duration.ZERO, "400013", "group.disbanded", "invalid.openConversationId"),
            row(TARGET_GONE, "group-gone", Duration.ZERO, "miss.openConversationId", "conversation.org.notMatch"),
            row(TARGET_GONE, "robot-removed", Duration.ZERO, "400106", "resource.unavailable"),
            row(TARGET_GONE, "robot-removed", Duration.ZERO, "invalidParameter.robotCode.coolApp"),
            row(
                    REFUSED,
                    "permission-missing",
                    Duration.ZERO,
                    "Forbidden.AccessDenied.AccessTokenPermissionDenied",
                    "60011",
                    "50002",
                    "unauthorized",
                    "auth.error",
                    "permissionDeny"),
            row(REFUSED, "address-not-allowed", Duration.ZERO, "Forbidden.AccessDenied.IpNotInWhiteList", "60020"),
            row(REFUSED, "address-not-allowed", Duration.ZERO, "310000", "keywords.not.match", "sign.not.match"),
            row(REFUSED, "address-not-allowed", Duration.ZERO, "ip.not.match"),
            row(REFUSED, "robot-misconfigured", Duration.ZERO, "invalidParameter.robotCode.*", "resource.not.found"),
            row(REFUSED, "no-private-chat", Duration.ZERO, "chatbotId.notAllow.sendOTO", "robot.oto.notExist"),
            row(REFUSED, "robot-disabled", Duration.ZERO, "400102", "400101", "bot.stopped"),
            row(REFUSED, "robot-muted", Duration.ZERO, "send.forbidden", "bot.forbidden.sendMessage"),
            row(REFUSED, "unknown-person", Duration.ZERO, "staffId.notExisted", "illegal.receivers", "33012", "60121"),
            row(REFUSED, "unknown-person", Duration.ZERO, PERSON_UNKNOWN, "40104", "60003"),
            row(REFUSED, "too-many-receivers", Duration.ZERO, "receivers.exceed", "invalidParameter.userIds.*"),
            row(REFUSED, "too-long", Duration.ZERO, "460101", "101002", "invalidParameter.msgParam.tooLong", TOO_LONG),
            row(REFUSED, "content-unsafe", Duration.ZERO, "430101", "430102", "430103", "430104", "contain.*"),
            row(REFUSED, "mention-all-not-allowed", Duration.ZERO, "only.groupAdmin.canAtAll"),
            row(REFUSED, "bad-request", Duration.ZERO, "40035", "43004", "400105", "400002", "miss.param.*"),
            row(REFUSED, "bad-request", Duration.ZERO, "invalidParameter*", "Missing*", "template.*"),
            row(RETRY, "todo-busy", SOON, "todo.taskCreate.lockError"),
            row(LATER, "too-fast", MINUTE, "todo.taskCreate.flowControlError"),
            row(UNKNOWN, "outcome-unknown", Duration.ZERO, "todo.taskCreate.systemError"),
            row(REFUSED, "todo-unchanged", Duration.ZERO, TODO_UNCHANGED),
            row(REFUSED, Todos.EXISTS, Duration.ZERO, "todo.taskCreate.paramError"),
            row(REFUSED, "ding-not-allowed", Duration.ZERO, "ding.*", "miss.staffId", "invalid.chatbotId"),
            row(UNKNOWN, "outcome-unknown", Duration.ZERO, "send.ding.exception"),
            row(RETRY, "calendar-busy", SOON, "idempotencyProcessing"),
            row(LATER, "too-fast", MINUTE, "flowLimit", "toomuch.msg"),
            row(REFUSED, Calendars.GONE, Duration.ZERO, "itemNotFound"),
            row(REFUSED, "card-refused", Duration.ZERO, "param.*", CARD_REFUSED),
            row(REFUSED, "too-late", Duration.ZERO, "robot.processQueryKey.expired", "processQueryKey.expireTime"),
            row(REFUSED, "not-recalled", Duration.ZERO, "notRevoke.all.messages", "not.allowed.robotCode"),
            row(REFUSED, "bad-media", Duration.ZERO, "40004", "40005", "40006"),
            row(GOES_ON, "uploading", Duration.ofSeconds(5), UPLOADING),
            row(FRUITLESS, "upload-failed", UPLOAD_PAUSE, UPLOAD_FAILED),
            row(REFUSED, "media-missing", Duration.ZERO, MEDIA_MISSING),
            row(REFUSED, "refused-by-platform", Duration.ZERO, HTTP_REFUSED));

    private static final Map<String, Fault> BY_CODE = new HashMap<>();

    static {
        TABLE.forEach(row -> row.codes().forEach(code -> BY_CODE.put(code.toLowerCase(Locale.ROOT), row.fault())));
    }

    private Faults() {}

    private static Row row(Fault.Remedy remedy, String reason, Duration delay, String... codes) {
        return new Row(new Fault(remedy, reason, delay), Arrays.asList(codes));
    }

    /** What one of our own codes means. */
    static Fault of(String ours) {
        return Objects.requireNonNull(BY_CODE.get(ours), ours);
    }

    /** What {@code code} means; for a code that nobody documented, what the HTTP status suggests. */
    static Fault of(String code, int status) {
        return documented(code.toLowerCase(Locale.ROOT)).orElseGet(() -> undocumented(code, status));
    }

    static boolean isDocumented(String code) {
        return documented(code.toLowerCase(Locale.ROOT)).isPresent();
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
            return of(HTTP_THROTTLED);
        }
        if (status < 400) {
            // The platform sends nobody elsewhere; a network that wants somebody to sign on does.
            return of(FOREIGN_ANSWER);
        }
        return of(status >= 500 ? HTTP_ERROR : HTTP_REFUSED);
    }

    /** What an error means, by the code in its body if there is one. */
    static Fault ofError(byte[] body, int status) {
        String code = codeIn(body, "");
        return code.isEmpty() ? ofStatus(status) : of(code, status);
    }

    /** The platform answers neither yes nor no in its own words: may be a ban, a proxy, a sign-on page. */
    static Fault ofForeign(byte[] body) {
        try {
            ObjectNode answer = Json.object(body);
            if (isPunishment(answer)) {
                return of(PUNISHED_ADDRESS);
            }
        } catch (Json.NotJson e) {
            if (new String(body, StandardCharsets.UTF_8).contains("\"punish\"")) {
                return of(PUNISHED_ADDRESS);
            }
        }
        return of(FOREIGN_ANSWER);
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
