package ecobot.dingtalk;

import com.aliyun.dingtalkrobot_1_0.models.BatchSendOTOHeaders;
import com.aliyun.dingtalkrobot_1_0.models.BatchSendOTORequest;
import com.aliyun.dingtalkrobot_1_0.models.BatchSendOTOResponseBody;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupSendHeaders;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupSendRequest;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupSendResponseBody;
import com.aliyun.dingtalkrobot_1_0.models.RobotMessageFileDownloadHeaders;
import com.aliyun.dingtalkrobot_1_0.models.RobotMessageFileDownloadRequest;
import com.aliyun.dingtalkrobot_1_0.models.RobotMessageFileDownloadResponseBody;
import com.aliyun.dingtalkrobot_1_0.models.RobotSendDingHeaders;
import com.aliyun.dingtalkrobot_1_0.models.RobotSendDingRequest;
import com.aliyun.dingtalkrobot_1_0.models.RobotSendDingResponseBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The app's robot in the Open API. A 200 without the field that proves the deed proves nothing: the outcome is unknown then.
 */
@Component
class AppRobot {

    private static final int IN_APP = 1;

    private final OpenApi api;
    private final Sdk sdk;
    private final DingTalkAccess access;

    /** A call of the SDK. */
    private interface SdkCall<T> {
        @Nullable
        T make() throws Exception;
    }

    AppRobot(OpenApi api, Sdk sdk, DingTalkAccess access) {
        this.api = api;
        this.sdk = sdk;
        this.access = access;
    }

    /** Sends to a group and answers the platform's key of the message. */
    String sendToGroup(String conversationId, RobotMessage message, Deadline deadline) throws CallFailed {
        OrgGroupSendRequest request = new OrgGroupSendRequest()
                .setRobotCode(access.robotCode())
                .setOpenConversationId(conversationId)
                .setMsgKey(message.key())
                .setMsgParam(message.param());
        return api.call(deadline, token -> {
            OrgGroupSendHeaders headers = new OrgGroupSendHeaders().setXAcsDingtalkAccessToken(token);
            OrgGroupSendResponseBody body = body(() -> sdk.robot()
                    .orgGroupSendWithOptions(request, headers, sdk.options())
                    .getBody());
            return proof(body.getProcessQueryKey());
        });
    }

    /** Sends to one person in private and answers the platform's key of the message. */
    String sendToPerson(String staffId, RobotMessage message, Deadline deadline) throws CallFailed {
        Told told = sendToPersons(List.of(staffId), message, deadline);
        Fault fault = told.fault(staffId);
        if (fault != null) {
            throw new CallFailed(fault);
        }
        return proof(told.key());
    }

    /** Sends to at most 20 people in private, in one call. A 200 may still name some who get nothing. */
    Told sendToPersons(List<String> staffIds, RobotMessage message, Deadline deadline) throws CallFailed {
        BatchSendOTORequest request = new BatchSendOTORequest()
                .setRobotCode(access.robotCode())
                .setUserIds(staffIds)
                .setMsgKey(message.key())
                .setMsgParam(message.param());
        return api.call(deadline, token -> {
            BatchSendOTOHeaders headers = new BatchSendOTOHeaders().setXAcsDingtalkAccessToken(token);
            BatchSendOTOResponseBody body = body(() -> sdk.robot()
                    .batchSendOTOWithOptions(request, headers, sdk.options())
                    .getBody());
            Told told = new Told(
                    body.getProcessQueryKey(),
                    orNone(body.getInvalidStaffIdList()),
                    orNone(body.getFlowControlledStaffIdList()));
            if (staffIds.stream().anyMatch(staffId -> told.fault(staffId) == null)) {
                proof(told.key());
            }
            return told;
        });
    }

    /**
     * Who was told.
     *
     * @param key the platform's key of the message; there is one when anybody was told
     */
    record Told(@Nullable String key, List<String> unknown, List<String> flooded) {

        /** Why a person was not told; null when the person was. */
        @Nullable
        Fault fault(String staffId) {
            if (unknown.contains(staffId)) {
                return Faults.of(Faults.PERSON_UNKNOWN);
            }
            return flooded.contains(staffId) ? Faults.of(Faults.PERSON_FLOODED) : null;
        }
    }

    /** Rings on phones, in the app only. */
    void ding(List<String> staffIds, String text, Deadline deadline) throws CallFailed {
        RobotSendDingRequest request = new RobotSendDingRequest()
                .setRobotCode(access.robotCode())
                .setRemindType(IN_APP)
                .setReceiverUserIdList(staffIds)
                .setContent(text);
        api.call(deadline, token -> {
            RobotSendDingHeaders headers = new RobotSendDingHeaders().setXAcsDingtalkAccessToken(token);
            RobotSendDingResponseBody body = body(() -> sdk.robot()
                    .robotSendDingWithOptions(request, headers, sdk.options())
                    .getBody());
            return proof(body.getOpenDingId());
        });
    }

    /** Asks where a file that somebody sent can be fetched. The address is a secret. */
    String downloadUrl(String robotCode, String downloadCode, Deadline deadline) throws CallFailed {
        RobotMessageFileDownloadRequest request =
                new RobotMessageFileDownloadRequest().setRobotCode(robotCode).setDownloadCode(downloadCode);
        return api.call(deadline, token -> {
            RobotMessageFileDownloadHeaders headers =
                    new RobotMessageFileDownloadHeaders().setXAcsDingtalkAccessToken(token);
            RobotMessageFileDownloadResponseBody body = body(() -> sdk.robot()
                    .robotMessageFileDownloadWithOptions(request, headers, sdk.options())
                    .getBody());
            return proof(body.getDownloadUrl());
        });
    }

    private static <T> T body(SdkCall<T> call) throws CallFailed {
        T body;
        try {
            body = call.make();
        } catch (Exception e) {
            throw new CallFailed(SdkFaults.of(e));
        }
        if (body == null) {
            throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
        }
        return body;
    }

    private static String proof(@Nullable String field) throws CallFailed {
        if (field == null || field.isEmpty()) {
            throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
        }
        return field;
    }

    private static List<String> orNone(@Nullable List<String> staffIds) {
        return staffIds == null ? List.of() : staffIds;
    }
}
