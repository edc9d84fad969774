package ecobot.dingtalk;

import com.aliyun.teaopenapi.models.Params;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the successes of the SDK that are none: it knows no page of a ban, and of a call that has nothing to answer it does not read what came back,
 * be it somebody's sign-on page.
 */
final class SdkAnswers {

    private static final String UNREAD = "none";
    private static final String TEXT = "string";

    private SdkAnswers() {}

    /** Has the SDK read what comes back in any case. */
    static Params readable(Params params) {
        if (UNREAD.equals(params.bodyType)) {
            params.bodyType = TEXT;
        }
        return params;
    }

    /**
     * The answer, when it may be the platform's own.
     *
     * @throws NoSuccess otherwise
     */
    static Map<String, ?> proven(Map<String, ?> answer) {
        Object body = answer.get("body");
        if (body instanceof Map<?, ?> fields && "deny".equals(fields.get("punish"))) {
            throw new NoSuccess(Faults.of(Faults.PUNISHED_ADDRESS));
        }
        Fault fault = body instanceof String text ? faultIn(text, answer.get("statusCode")) : null;
        if (fault != null) {
            throw new NoSuccess(fault);
        }
        return answer;
    }

    /** Of a call that has nothing to answer: nothing, or an object that may be empty. */
    private static @Nullable Fault faultIn(String text, @Nullable Object status) {
        if (text.isBlank()) {
            return status instanceof Integer code && code < 300 ? null : Faults.of(Faults.FOREIGN_ANSWER);
        }
        try {
            return Faults.isPunishment(Json.object(text)) ? Faults.of(Faults.PUNISHED_ADDRESS) : null;
        } catch (Json.NotJson e) {
            return Faults.ofForeign(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the SDK took for a success is none. */
    static final class NoSuccess extends RuntimeException {

        private final transient Fault fault;

        private NoSuccess(Fault fault) {
            super(fault.reason(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
