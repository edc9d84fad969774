package ecobot.dingtalk;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers of the legacy API and of webhooks: a JSON object with an errcode, whose zero is the only sign of success. */
final class LegacyAnswer {

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
        String code = Faults.codeIn(body, "");
        return code.isEmpty() ? Faults.ofStatus(status) : Faults.of(code, status);
    }

    private static String errcode(byte[] body) {
        try {
            ObjectNode answer = Json.object(body);
            return Json.text(answer, "errcode", "");
        } catch (Json.NotJson e) {
            return "";
        }
    }
}
