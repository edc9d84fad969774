package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import ecobot.dingtalk.Fault.Remedy;
import org.jspecify.annotations.Nullable;

/** Ways for a call to go wrong; no answer for those in which nobody is reached. */
enum FaultKind {
    NOBODY_LISTENS(null, Remedy.LATER, "unreachable"),
    NO_SUCH_HOST(null, Remedy.LATER, "no-address"),
    STRANGE_CERTIFICATE(null, Remedy.LATER, "bad-certificate"),
    RESET(
            aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER),
            Remedy.UNKNOWN,
            "connection-lost"),
    NO_ANSWER(
            aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE),
            Remedy.UNKNOWN,
            "connection-lost"),
    TOO_LATE(okJson("{}").withFixedDelay(2_500), Remedy.UNKNOWN, "timeout"),
    PAGE(aResponse().withHeader("Content-Type", "text/html").withBody("<html>sign on</html>"), Remedy.UNKNOWN, null),
    ELSEWHERE(aResponse().withStatus(302).withHeader("Location", "/sign-on"), Remedy.UNKNOWN, null),
    NOTHING(ok(), Remedy.UNKNOWN, null),
    NULL_FIELDS(okJson("{\"result\":null}"), Remedy.UNKNOWN, "foreign-answer"),
    LIST(okJson("[null]"), Remedy.UNKNOWN, null),
    PUNISHED(
            okJson("{\"status\":1111,\"wait\":5,\"source\":\"x5\",\"punish\":\"deny\"}"),
            Remedy.PUNISHED,
            "address-banned"),
    THROTTLED(PlatformStub.error(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"), Remedy.LATER, "too-fast"),
    BUSY(PlatformStub.error(429, "system.busy"), Remedy.RETRY, "platform-busy"),
    BROKEN(PlatformStub.error(500, "system.error"), Remedy.UNKNOWN, "outcome-unknown"),
    GATEWAY(aResponse().withStatus(504).withBody("<html>"), Remedy.UNKNOWN, null),
    QUOTA_GONE(PlatformStub.error(403, "Forbidden.AccessDenied.ApiCountLimitForOrg"), Remedy.QUOTA, "quota-exhausted"),
    NO_PERMISSION(
            PlatformStub.error(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied"),
            Remedy.REFUSED,
            "permission-missing"),
    GROUP_GONE(PlatformStub.error(400, "group.disbanded"), Remedy.TARGET_GONE, "group-gone"),
    UNHEARD_OF(PlatformStub.error(400, "nobody.documented.this"), Remedy.REFUSED, "refused-by-platform");

    final @Nullable ResponseDefinitionBuilder answer;
    final Remedy remedy;
    /** Null where it depends on who reads the answer, the SDK or we. */
    final @Nullable String reason;

    FaultKind(@Nullable ResponseDefinitionBuilder answer, Remedy remedy, @Nullable String reason) {
        this.answer = answer;
        this.remedy = remedy;
        this.reason = reason;
    }

    /** Whether it is an answer in which nothing is said, good or bad. */
    boolean isNothing() {
        return this == NOTHING || this == NULL_FIELDS;
    }
}
