package ecobot.dingtalk;

import com.aliyun.dingtalkrobot_1_0.models.BatchRecallOTOHeaders;
import com.aliyun.dingtalkrobot_1_0.models.BatchRecallOTORequest;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupRecallHeaders;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupRecallRequest;
import ecobot.outbox.Recaller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back what the app's robot sent. A message that is named in neither list of the answer counts as not taken back. One that was taken back
 * before is taken back: an answer may have got lost.
 */
@Component
class AppRobotRecall implements Recaller {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String TAKEN_BACK_BEFORE = "notrevoke.all.messages";
    private static final String EXPIRED = "robot.processquerykey.expired";

    private final OpenApi api;
    private final Sdk sdk;
    private final DingTalkAccess access;

    AppRobotRecall(OpenApi api, Sdk sdk, DingTalkAccess access) {
        this.api = api;
        this.sdk = sdk;
        this.access = access;
    }

    @Override
    public Answer recall(boolean group, String targetId, List<String> platformIds) {
        Deadline deadline = Deadline.in(PATIENCE);
        try {
            return group ? inGroup(targetId, platformIds, deadline) : inPrivate(platformIds, deadline);
        } catch (CallFailed e) {
            return failed(e.fault().ofHarmlessCall(), platformIds);
        }
    }

    Answer inGroup(String conversationId, List<String> keys, Deadline deadline) throws CallFailed {
        OrgGroupRecallRequest request = new OrgGroupRecallRequest()
                .setRobotCode(access.robotCode())
                .setOpenConversationId(conversationId)
                .setProcessQueryKeys(keys);
        return api.call(deadline, token -> {
            OrgGroupRecallHeaders headers = new OrgGroupRecallHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> {
                var body = sdk.robot()
                        .orgGroupRecallWithOptions(request, headers, sdk.options())
                        .getBody();
                return answered(keys, body.getSuccessResult(), body.getFailedResult());
            });
        });
    }

    Answer inPrivate(List<String> keys, Deadline deadline) throws CallFailed {
        BatchRecallOTORequest request =
                new BatchRecallOTORequest().setRobotCode(access.robotCode()).setProcessQueryKeys(keys);
        return api.call(deadline, token -> {
            BatchRecallOTOHeaders headers = new BatchRecallOTOHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> {
                var body = sdk.robot()
                        .batchRecallOTOWithOptions(request, headers, sdk.options())
                        .getBody();
                return answered(keys, body.getSuccessResult(), body.getFailedResult());
            });
        });
    }

    /** Null when there is neither list. */
    private static @Nullable Answer answered(
            List<String> keys, @Nullable List<String> done, @Nullable Map<String, String> failed) {
        if (done == null && failed == null) {
            return null;
        }
        Map<String, String> refused = new HashMap<>();
        for (String key : keys) {
            if (done != null && done.contains(key)) {
                continue;
            }
            String why = failed == null ? "" : failed.getOrDefault(key, "").toLowerCase(Locale.ROOT);
            if (!why.equals(TAKEN_BACK_BEFORE)) {
                refused.put(key, why.equals(EXPIRED) ? "recall-too-late" : "recall-refused");
            }
        }
        return new Answered(refused);
    }

    private static Answer failed(Fault fault, List<String> keys) {
        return switch (fault.remedy()) {
            case REFUSED, TARGET_GONE, QUOTA, USE_API -> {
                Map<String, String> refused = new HashMap<>();
                keys.forEach(key -> refused.put(key, fault.reason()));
                yield new Answered(refused);
            }
            case RETRY, LATER, GOES_ON, FRUITLESS, UNKNOWN, NEW_TOKEN, BANNED, PUNISHED ->
                new Later(fault.reason(), fault.delay().compareTo(SHORTEST) < 0 ? SHORTEST : fault.delay());
        };
    }
}
