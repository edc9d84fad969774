package ecobot.dingtalk;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers of the legacy API and of webhooks: a JSON object with an errcode, whose zero is the only sign of success. */
final class LegacyAnswer {

    /** The gateway's, which has the true one beside it. */
    private static final String SEE_SUB_CODE = "88";

    private LegacyAnswer() {}

    /** What the answer means; null when all is well. */
    static @Nullable Fault fault(HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        int status = answer.statusCode();
        String errcode = errcode(body);
        if (errcode.equals("0") && status == 200) {
            return null;
        }
        if (!errcode.isEmpty() && !errcode.equals("0")) {
            return Faults.of(errcode, status == 200 ? 400 : status);
        }
        if (status == 200) {
            return Faults.ofForeign(body);
        }
        return Faults.ofError(body, status);
    }

    private static String errcode(byte[] body) {
        try {
            ObjectNode answer = Json.object(body);
            String errcode = Json.text(answer, "errcode", "");
            String sub = Json.text(answer, "sub_code", "");
            return errcode.equals(SEE_SUB_CODE) && Faults.isDocumented(sub) ? sub : errcode;
        } catch (Json.NotJson e) {
            return "";
        }
    }
}
