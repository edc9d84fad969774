package ecobot.dingtalk;

import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverHeaders;
import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverRequest;
import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverRequest.CreateAndDeliverRequestCardData;
import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverRequest.CreateAndDeliverRequestImGroupOpenDeliverModel;
import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverRequest.CreateAndDeliverRequestImGroupOpenSpaceModel;
import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverResponseBody;
import com.aliyun.dingtalkcard_1_0.models.CreateAndDeliverResponseBody.CreateAndDeliverResponseBodyResultDeliverResults;
import com.aliyun.dingtalkcard_1_0.models.UpdateCardHeaders;
import com.aliyun.dingtalkcard_1_0.models.UpdateCardRequest;
import com.aliyun.dingtalkcard_1_0.models.UpdateCardRequest.UpdateCardRequestCardData;
import com.aliyun.dingtalkcard_1_0.models.UpdateCardRequest.UpdateCardRequestCardUpdateOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards in the Open API. */
@Component
class CardApi {

    private final OpenApi api;
    private final Sdk sdk;
    private final DingTalkAccess access;
    private final DingTalkSettings settings;

    CardApi(OpenApi api, Sdk sdk, DingTalkAccess access, DingTalkSettings settings) {
        this.api = api;
        this.sdk = sdk;
        this.access = access;
        this.settings = settings;
    }

    /**
     * Puts a card into a group. Once more with the same {@code trackId} does nothing.
     *
     * @param mentions names by staff id
     */
    void deliver(
            String trackId, String conversationId, CardState state, Map<String, String> mentions, Deadline deadline)
            throws CallFailed {
        boolean stream = settings.intake() == DingTalkSettings.Intake.STREAM;
        CreateAndDeliverRequest request = new CreateAndDeliverRequest()
                .setCardTemplateId(settings.card().template())
                .setOutTrackId(trackId)
                .setCallbackType(stream ? "STREAM" : "HTTP")
                .setCallbackRouteKey(stream ? null : settings.card().callbackRouteKey())
                .setCardData(new CreateAndDeliverRequestCardData().setCardParamMap(state.params()))
                .setOpenSpaceId("dtv1.card//IM_GROUP." + conversationId)
                .setImGroupOpenSpaceModel(new CreateAndDeliverRequestImGroupOpenSpaceModel()
                        .setSupportForward(false)
                        .setLastMessageI18n(
                                Map.of("ZH_CN", String.valueOf(state.params().get("title")))))
                .setImGroupOpenDeliverModel(new CreateAndDeliverRequestImGroupOpenDeliverModel()
                        .setRobotCode(access.robotCode())
                        .setAtUserIds(mentions));
        api.call(deadline, token -> {
            CreateAndDeliverHeaders headers = new CreateAndDeliverHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> isDelivered(sdk.card()
                    .createAndDeliverWithOptions(request, headers, sdk.options())
                    .getBody()));
        });
    }

    /** Brings one up to date for everybody who sees it. */
    void update(String trackId, CardState state, Deadline deadline) throws CallFailed {
        UpdateCardRequest request = new UpdateCardRequest()
                .setOutTrackId(trackId)
                .setCardData(new UpdateCardRequestCardData().setCardParamMap(state.params()))
                .setCardUpdateOptions(new UpdateCardRequestCardUpdateOptions().setUpdateCardDataByKey(true));
        api.call(deadline, token -> {
            UpdateCardHeaders headers = new UpdateCardHeaders().setXAcsDingtalkAccessToken(token);
            Boolean success = SdkCall.proof(() -> sdk.card()
                    .updateCardWithOptions(request, headers, sdk.options())
                    .getBody()
                    .getSuccess());
            if (!success) {
                throw new CallFailed(Faults.of(Faults.CARD_REFUSED));
            }
            return success;
        });
    }

    /** Null when the answer says nothing of it. A card may be made and yet stand nowhere. */
    private static @Nullable Boolean isDelivered(CreateAndDeliverResponseBody body) throws CallFailed {
        if (body.getSuccess() == null || body.getResult() == null) {
            return null;
        }
        List<CreateAndDeliverResponseBodyResultDeliverResults> places =
                body.getResult().getDeliverResults();
        boolean everywhere = places != null
                && !places.isEmpty()
                && places.stream().allMatch(place -> Boolean.TRUE.equals(place.getSuccess()));
        if (!body.getSuccess() || !everywhere) {
            throw new CallFailed(Faults.of(Faults.CARD_REFUSED));
        }
        return true;
    }
}
