package ecobot.dingtalk;

import ecobot.audit.Diagnosis;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far the operator's checklist for the platform is done, as far as it can be told from here. */
@Component
@Order(10)
class DingTalkDiagnosis implements Diagnosis {

    private final DingTalkSettings settings;
    private final DingTalkAccess access;
    private final Tokens tokens;
    private final StreamConnection connection;
    private final StreamFigures figures;
    private final Heard heard;
    private final OpenApi api;
    private final QuotaMeter quota;

    private record AccessView(boolean tryIt, String clientId) {}

    private record TokenView(String reason) {}

    private record StreamView(long reconnects, String reason) {}

    private record HeardView(boolean anything) {}

    private record CallView(String reason) {}

    private record QuotaView(long apiUsed, long apiAllowed, long streamUsed, long streamAllowed) {}

    DingTalkDiagnosis(
            DingTalkSettings settings,
            DingTalkAccess access,
            Tokens tokens,
            StreamConnection connection,
            StreamFigures figures,
            Heard heard,
            OpenApi api,
            QuotaMeter quota) {
        this.settings = settings;
        this.access = access;
        this.tokens = tokens;
        this.connection = connection;
        this.figures = figures;
        this.heard = heard;
        this.api = api;
        this.quota = quota;
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                Finding.ok("dingtalk/_access", new AccessView(!settings.credentialsSet(), access.clientId())),
                token(),
                intake(),
                member(),
                group(),
                calls(),
                quota());
    }

    private Finding token() {
        String trouble = tokens.trouble();
        return trouble == null
                ? Finding.ok("dingtalk/_token", new TokenView(""))
                : Finding.bad("dingtalk/_token-refused", new TokenView(trouble));
    }

    private Finding intake() {
        if (settings.intake() == DingTalkSettings.Intake.CALLBACK) {
            return Finding.ok("dingtalk/_callback", new HeardView(heard.anything()));
        }
        ConnectionStatus status = connection.status();
        StreamView view = new StreamView(figures.reconnects(), orNothing(status.reason()));
        return status.connected() ? Finding.ok("dingtalk/_stream", view) : Finding.bad("dingtalk/_stream-down", view);
    }

    private Finding member() {
        HeardView view = new HeardView(heard.anything());
        return heard.fromMember()
                ? Finding.ok("dingtalk/_member", view)
                : Finding.warn("dingtalk/_member-unknown", view);
    }

    private Finding group() {
        HeardView view = new HeardView(heard.anything());
        return heard.inGroup() ? Finding.ok("dingtalk/_group", view) : Finding.warn("dingtalk/_group-unknown", view);
    }

    private Finding calls() {
        Fault last = api.lastFault();
        return last == null
                ? Finding.ok("dingtalk/_calls", new CallView(""))
                : Finding.bad("dingtalk/_calls-failed", new CallView(last.reason()));
    }

    private Finding quota() {
        QuotaMeter.Use calls = quota.use(QuotaMeter.Counter.OPEN_API);
        QuotaMeter.Use stream = quota.use(QuotaMeter.Counter.WEBHOOK_STREAM);
        QuotaView view = new QuotaView(calls.used(), calls.allowed(), stream.used(), stream.allowed());
        return calls.isNearlyAll() || stream.isNearlyAll()
                ? Finding.warn("dingtalk/_quota", view)
                : Finding.ok("dingtalk/_quota", view);
    }

    private static String orNothing(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
