package ecobot.dingtalk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * People as todos know them. Asked once per person and node; such a call does not count against the month. Needs the permission
 * {@code qyapi_get_member}.
 */
@Component
class UnionIds {

    private static final int MAX_ANSWER = 64 * 1024;

    private final OpenApi api;
    private final PlainHttp http;
    private final DingTalkAccess access;
    private final DingTalkSettings settings;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    UnionIds(OpenApi api, PlainHttp http, DingTalkAccess access, DingTalkSettings settings) {
        this.api = api;
        this.http = http;
        this.access = access;
        this.settings = settings;
    }

    /**
     * The person's unionId.
     *
     * @throws CallFailed never with the remedy "unknown": nothing is changed
     */
    String of(String staffId, Deadline deadline) throws CallFailed {
        String unionId = known.get(staffId);
        if (unionId == null) {
            unionId = asked(staffId, deadline);
            known.put(staffId, unionId);
        }
        return unionId;
    }

    private String asked(String staffId, Deadline deadline) throws CallFailed {
        try {
            return api.callFree(deadline, token -> ask(staffId, token));
        } catch (CallFailed e) {
            throw new CallFailed(e.fault().ofHarmlessCall());
        }
    }

    private String ask(String staffId, String token) throws CallFailed {
        URI url = access.oapiBase().resolve("/topapi/v2/user/get?access_token=" + encode(token));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Json.newObject().put("userid", staffId).toString()))
                .build();
        try {
            HttpResponse<byte[]> answer = http.exchange(request, MAX_ANSWER, settings.callTimeout());
            Fault fault = LegacyAnswer.fault(answer);
            if (fault != null) {
                throw new CallFailed(fault);
            }
            String unionId = Json.text(Json.object(answer.body()).path("result"), "unionid");
            if (unionId == null || unionId.isEmpty()) {
                throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
            }
            return unionId;
        } catch (IOException e) {
            throw new CallFailed(NetworkFaults.of(e));
        } catch (Json.NotJson e) {
            throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
