package ecobot.dingtalk;

import com.aliyun.dingtalkrobot_1_0.models.BatchSendOTOHeaders;
import com.aliyun.dingtalkrobot_1_0.models.BatchSendOTORequest;
import com.aliyun.dingtalkrobot_1_0.models.BatchSendOTOResponseBody;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupSendHeaders;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupSendRequest;
import com.aliyun.dingtalkrobot_1_0.models.RobotMessageFileDownloadHeaders;
import com.aliyun.dingtalkrobot_1_0.models.RobotMessageFileDownloadRequest;
import com.aliyun.dingtalkrobot_1_0.models.RobotSendDingHeaders;
import com.aliyun.dingtalkrobot_1_0.models.RobotSendDingRequest;
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
            return SdkCall.proof(() -> sdk.robot()
                    .orgGroupSendWithOptions(request, headers, sdk.options())
                    .getBody()
                    .getProcessQueryKey());
        });
    }

    /** Sends to one person in private and answers the platform's key of the message. */
    String sendToPerson(String staffId, RobotMessage message, Deadline deadline) throws CallFailed {
        Told told = sendToPersons(List.of(staffId), message, deadline);
        Fault fault = told.fault(staffId);
        if (fault != null) {
            throw new CallFailed(fault);
        }
        return SdkCall.proof(told::key);
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
            return SdkCall.proof(() -> told(
                    staffIds,
                    sdk.robot()
                            .batchSendOTOWithOptions(request, headers, sdk.options())
                            .getBody()));
        });
    }

    /** Null when there is nobody whom it names and no key either: then nobody knows who was told. */
    private static @Nullable Told told(List<String> staffIds, BatchSendOTOResponseBody body) {
        Told told = new Told(
                body.getProcessQueryKey(),
                orNone(body.getInvalidStaffIdList()),
                orNone(body.getFlowControlledStaffIdList()));
        boolean isKeyMissing = told.key() == null || told.key().isEmpty();
        return isKeyMissing && staffIds.stream().anyMatch(staffId -> told.fault(staffId) == null) ? null : told;
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
            return SdkCall.proof(() -> sdk.robot()
                    .robotSendDingWithOptions(request, headers, sdk.options())
                    .getBody()
                    .getOpenDingId());
        });
    }

    /** Asks where a file that somebody sent can be fetched. The address is a secret. */
    String downloadUrl(String robotCode, String downloadCode, Deadline deadline) throws CallFailed {
        RobotMessageFileDownloadRequest request =
                new RobotMessageFileDownloadRequest().setRobotCode(robotCode).setDownloadCode(downloadCode);
        return api.call(deadline, token -> {
            RobotMessageFileDownloadHeaders headers =
                    new RobotMessageFileDownloadHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> sdk.robot()
                    .robotMessageFileDownloadWithOptions(request, headers, sdk.options())
                    .getBody()
                    .getDownloadUrl());
        });
    }

    private static List<String> orNone(@Nullable List<String> staffIds) {
        return staffIds == null ? List.of() : staffIds;
    }
}
