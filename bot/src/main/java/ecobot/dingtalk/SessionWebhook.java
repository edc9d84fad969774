package ecobot.dingtalk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Posts to an address that is its own key: the one that came with a question, or a custom robot's. Needs no token. */
@Component
class SessionWebhook {

    private static final int MAX_ANSWER = 64 * 1024;

    private final PlainHttp http;
    private final SessionUrls sessions;
    private final DingTalkSettings settings;
    private final QuotaMeter quota;

    SessionWebhook(PlainHttp http, SessionUrls sessions, DingTalkSettings settings, QuotaMeter quota) {
        this.http = http;
        this.sessions = sessions;
        this.settings = settings;
        this.quota = quota;
    }

    /**
     * Posts; returns when the platform said that all is well.
     *
     * @param charged to which account
     */
    void post(URI url, ObjectNode body, QuotaMeter.Counter charged) throws CallFailed {
        if (!sessions.isAllowed(url)) {
            throw new CallFailed(Faults.of("session.notExisted", 400));
        }
        HttpResponse<byte[]> answer = exchange(url, body);
        Fault fault = LegacyAnswer.fault(answer);
        if (fault == null || fault.remedy() == Fault.Remedy.UNKNOWN) {
            quota.count(charged);
        }
        if (fault != null) {
            throw new CallFailed(fault);
        }
    }

    private HttpResponse<byte[]> exchange(URI url, ObjectNode body) throws CallFailed {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return http.exchange(request, MAX_ANSWER, settings.callTimeout());
        } catch (IOException e) {
            throw new CallFailed(NetworkFaults.of(e));
        }
    }
}
