package ecobot.dingtalk;

import com.aliyun.dingtalkrobot_1_0.models.OrgGroupQueryHeaders;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupQueryRequest;
import com.aliyun.dingtalkrobot_1_0.models.OrgGroupQueryResponseBody;
import ecobot.outbox.ReadLists;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks who has read what the app's robot sent to a group, page by page. An answer without the list proves nothing. */
@Component
class AppRobotReadLists implements ReadLists {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** The platform's. */
    private static final long PER_PAGE = 200;
    /** A group has 1,000 members at most; a list that does not end is none. */
    private static final int MOST_PAGES = 10;

    private final OpenApi api;
    private final Sdk sdk;
    private final DingTalkAccess access;

    AppRobotReadLists(OpenApi api, Sdk sdk, DingTalkAccess access) {
        this.api = api;
        this.sdk = sdk;
        this.access = access;
    }

    @Override
    public Answer readers(String conversationId, String platformId) {
        try {
            return new Readers(list(conversationId, platformId, Deadline.in(PATIENCE)));
        } catch (CallFailed e) {
            return failed(e.fault().ofHarmlessCall());
        }
    }

    Set<String> list(String conversationId, String platformId, Deadline deadline) throws CallFailed {
        Set<String> readers = new HashSet<>();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            OrgGroupQueryResponseBody body = page(conversationId, platformId, next, deadline);
            readers.addAll(body.getReadUserIds());
            next = body.getNextToken();
            if (!Boolean.TRUE.equals(body.getHasMore()) || next == null || next.isEmpty()) {
                return readers;
            }
        }
        return readers;
    }

    private OrgGroupQueryResponseBody page(
            String conversationId, String platformId, @Nullable String next, Deadline deadline) throws CallFailed {
        OrgGroupQueryRequest request = new OrgGroupQueryRequest()
                .setRobotCode(access.robotCode())
                .setOpenConversationId(conversationId)
                .setProcessQueryKey(platformId)
                .setMaxResults(PER_PAGE)
                .setNextToken(next);
        return api.call(deadline, token -> {
            OrgGroupQueryHeaders headers = new OrgGroupQueryHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> {
                OrgGroupQueryResponseBody body = sdk.robot()
                        .orgGroupQueryWithOptions(request, headers, sdk.options())
                        .getBody();
                return body.getReadUserIds() == null ? null : body;
            });
        });
    }

    private static Answer failed(Fault fault) {
        return switch (fault.remedy()) {
            case REFUSED, TARGET_GONE, QUOTA, USE_API -> new Untold(fault.reason());
            case RETRY, LATER, GOES_ON, FRUITLESS, UNKNOWN, NEW_TOKEN, BANNED, PUNISHED ->
                new Later(fault.reason(), fault.delay().compareTo(SHORTEST) < 0 ? SHORTEST : fault.delay());
        };
    }
}
