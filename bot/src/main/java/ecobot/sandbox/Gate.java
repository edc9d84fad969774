package ecobot.sandbox;

import ecobot.sandbox.Quota.Meter;
import org.jspecify.annotations.Nullable;

/** What every call has to pass: token, speed, the month's quota; in this order, and only what passes counts. */
final class Gate {

    private final Apps apps;
    private final Rates rates;
    private final Quota quota;
    private final Faults faults;

    Gate(Apps apps, Rates rates, Quota quota, Faults faults) {
        this.apps = apps;
        this.rates = rates;
        this.quota = quota;
        this.faults = faults;
    }

    /** Lets a call of the new API in. */
    Apps.App enter(@Nullable String token, String api) {
        var app = apps.appOfToken(token == null ? "" : token)
                .orElseThrow(() -> PlatformError.bad("InvalidAuthentication"));
        if (isTooFast(app, api)) {
            throw PlatformError.denied("QpsLimitForAppkeyAndApi");
        }
        if (isRefused(Meter.OPEN_API)) {
            throw PlatformError.denied("ApiCountLimitForOrg");
        }
        quota.count(Meter.OPEN_API);
        return app;
    }

    /** Lets a call of the new API in that needs a permission which not every organisation gives. */
    Apps.App enterExtra(@Nullable String token, String api) {
        var app = enter(token, api);
        if (!faults.switches().extrasAllowed()) {
            throw PlatformError.denied("AccessTokenPermissionDenied");
        }
        return app;
    }

    /**
     * Lets a call of the legacy API in.
     *
     * @param counted whether it counts against the month; contacts do not
     */
    Apps.App enterLegacy(@Nullable String token, String api, boolean counted) {
        if (token == null || token.isEmpty()) {
            throw new LegacyError(41001, "access_token is missing");
        }
        var app = apps.appOfToken(token).orElseThrow(() -> new LegacyError(40014, "invalid access_token"));
        if (isTooFast(app, api)) {
            throw new LegacyError(90018, "qps limit of the app is reached");
        }
        if (counted) {
            if (isRefused(Meter.OPEN_API)) {
                throw new LegacyError(90020, "api call count of the month is used up");
            }
            quota.count(Meter.OPEN_API);
        }
        return app;
    }

    /** Lets a robot into a group, unless it was disbanded. */
    void visit(String group) {
        if (faults.switches().goneGroups().contains(group)) {
            throw PlatformError.bad("group.disbanded");
        }
    }

    /** Lets a robot speak through a webhook. */
    void speak(String robot) {
        if (faults.switches().rateLimits() && !rates.allowsMessage(robot)) {
            throw new LegacyError(410100, "send too fast, exceed 20 times per minute");
        }
    }

    /** Counts a message through a webhook. */
    void countWebhook() {
        if (isRefused(Meter.WEBHOOK_AND_STREAM)) {
            throw new LegacyError(90020, "webhook call count of the month is used up");
        }
        quota.count(Meter.WEBHOOK_AND_STREAM);
    }

    private boolean isTooFast(Apps.App app, String api) {
        return faults.switches().rateLimits() && !rates.allowsCall(app.clientId(), api);
    }

    private boolean isRefused(Meter meter) {
        return faults.switches().quotaEnforced() && quota.isUsedUp(meter);
    }
}
