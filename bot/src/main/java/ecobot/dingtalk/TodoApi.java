package ecobot.dingtalk;

import com.aliyun.dingtalktodo_1_0.models.CreateTodoTaskHeaders;
import com.aliyun.dingtalktodo_1_0.models.CreateTodoTaskRequest;
import com.aliyun.dingtalktodo_1_0.models.CreateTodoTaskRequest.CreateTodoTaskRequestDetailUrl;
import com.aliyun.dingtalktodo_1_0.models.GetTodoTaskBySourceIdHeaders;
import com.aliyun.dingtalktodo_1_0.models.UpdateTodoTaskHeaders;
import com.aliyun.dingtalktodo_1_0.models.UpdateTodoTaskRequest;
import ecobot.outbox.Outgoing.Todo;
import java.util.List;
import org.springframework.stereotype.Component;

/** Todos in the Open API. The one who has to do it is creator and executor, for the app itself is no person. */
@Component
class TodoApi {

    private final OpenApi api;
    private final Sdk sdk;
    private final DingTalkSettings settings;

    TodoApi(OpenApi api, Sdk sdk, DingTalkSettings settings) {
        this.api = api;
        this.sdk = sdk;
        this.settings = settings;
    }

    /** Makes one and answers its id. The platform refuses a second one of the same {@code sourceId}. */
    String create(String unionId, String sourceId, Todo todo, Deadline deadline) throws CallFailed {
        String url = settings.todo().detailUrl().toString();
        CreateTodoTaskRequest request = new CreateTodoTaskRequest()
                .setOperatorId(unionId)
                .setCreatorId(unionId)
                .setExecutorIds(List.of(unionId))
                .setSourceId(sourceId)
                .setSubject(todo.subject())
                .setDueTime(todo.dueAt().toEpochMilli())
                .setIsOnlyShowExecutor(true)
                .setDetailUrl(
                        new CreateTodoTaskRequestDetailUrl().setAppUrl(url).setPcUrl(url));
        return api.call(deadline, token -> {
            CreateTodoTaskHeaders headers = new CreateTodoTaskHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> sdk.todo()
                    .createTodoTaskWithOptions(unionId, request, headers, sdk.options())
                    .getBody()
                    .getId());
        });
    }

    /** The id of the one with this {@code sourceId}. Changes nothing. */
    String find(String unionId, String sourceId, Deadline deadline) throws CallFailed {
        return api.call(deadline, token -> {
            GetTodoTaskBySourceIdHeaders headers = new GetTodoTaskBySourceIdHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> sdk.todo()
                    .getTodoTaskBySourceIdWithOptions(unionId, sourceId, headers, sdk.options())
                    .getBody()
                    .getId());
        });
    }

    /** Brings one up to date; the same again changes nothing. */
    void update(String unionId, String taskId, Todo todo, Deadline deadline) throws CallFailed {
        UpdateTodoTaskRequest request = new UpdateTodoTaskRequest()
                .setOperatorId(unionId)
                .setSubject(todo.subject())
                .setDueTime(todo.dueAt().toEpochMilli())
                .setDone(todo.done());
        api.call(deadline, token -> {
            UpdateTodoTaskHeaders headers = new UpdateTodoTaskHeaders().setXAcsDingtalkAccessToken(token);
            Boolean done = SdkCall.proof(() -> sdk.todo()
                    .updateTodoTaskWithOptions(unionId, taskId, request, headers, sdk.options())
                    .getBody()
                    .getResult());
            if (!done) {
                throw new CallFailed(Faults.of(Faults.TODO_UNCHANGED));
            }
            return done;
        });
    }
}
