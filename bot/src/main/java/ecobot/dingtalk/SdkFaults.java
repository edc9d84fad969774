package ecobot.dingtalk;

import com.aliyun.tea.TeaException;
import java.io.IOException;

/** What an exception of the SDK means. */
final class SdkFaults {

    private SdkFaults() {}

    static Fault of(Exception problem) {
        if (problem instanceof SdkAnswers.NoSuccess none) {
            return none.fault();
        }
        if (problem instanceof TeaException answered && answered.getStatusCode() != null) {
            String code = answered.getCode();
            int status = answered.getStatusCode();
            return code == null ? Faults.ofStatus(status) : Faults.of(code, status);
        }
        return isNetwork(problem) ? NetworkFaults.of(problem) : Faults.of(Faults.UNREADABLE_ANSWER);
    }

    private static boolean isNetwork(Throwable problem) {
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
