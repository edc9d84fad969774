package ecobot.sandbox;

import ecobot.TryIt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Todos: one per source id, for people by their unionId. */
@TryIt
@RestController
@RequestMapping("/v1.0/todo/users/{unionId}/tasks")
class TodoApi {

    private static final String TOKEN = "x-acs-dingtalk-access-token";
    private static final String MISTAKE = "todo.taskCreate.paramError";
    private static final int MAX_SUBJECT = 1024;

    private final Gate gate;
    private final People people;
    private final Chat chat;
    private final Todos todos;
    private final Faults faults;

    TodoApi(Gate gate, People people, Chat chat, Todos todos, Faults faults) {
        this.gate = gate;
        this.people = people;
        this.chat = chat;
        this.todos = todos;
        this.faults = faults;
    }

    @PostMapping
    ResponseEntity<byte[]> create(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @RequestBody(required = false) byte @Nullable [] body) {
        enter(token, "todo/create");
        var request = Bodies.json(body);
        var staffId = staffId(unionId);
        var sourceId = Json.text(request, "sourceId");
        var subject = Json.text(request, "subject");
        var url = request.path("detailUrl");
        boolean isWrong = subject.isEmpty()
                || subject.length() > MAX_SUBJECT
                || Json.text(url, "appUrl").isEmpty()
                || Json.text(url, "pcUrl").isEmpty();
        synchronized (todos) {
            if (isWrong || (!sourceId.isEmpty() && todos.source(sourceId).isPresent())) {
                throw PlatformError.bad(MISTAKE);
            }
            request.put("id", "task" + UUID.randomUUID().toString().replace("-", ""));
            request.put("done", false);
            show(staffId, request);
        }
        return Answers.ok(request);
    }

    @GetMapping("/sources/{sourceId}")
    ResponseEntity<byte[]> find(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String sourceId) {
        enter(token, "todo/find");
        staffId(unionId);
        return Answers.ok(todos.source(sourceId).orElseThrow(() -> PlatformError.bad("todo.task.notExist")));
    }

    @PutMapping("/{taskId}")
    ResponseEntity<byte[]> update(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String taskId,
            @RequestBody(required = false) byte @Nullable [] body) {
        enter(token, "todo/update");
        var request = Bodies.json(body);
        var staffId = staffId(unionId);
        synchronized (todos) {
            var before = todos.task(taskId).orElseThrow(() -> PlatformError.bad("todo.task.notExist"));
            var after = before.deepCopy();
            for (var field : List.of("subject", "dueTime", "done", "executorIds")) {
                if (request.has(field)) {
                    after.set(field, request.get(field));
                }
            }
            if (!after.equals(before)) {
                show(staffId, after);
            }
        }
        return Answers.ok(Json.object().put("result", true));
    }

    private void enter(@Nullable String token, String api) {
        gate.enter(token, api);
        if (!faults.switches().extrasAllowed()) {
            throw PlatformError.denied("AccessTokenPermissionDenied");
        }
    }

    private String staffId(String unionId) {
        return people.persons().stream()
                .map(People.Person::staffId)
                .filter(id -> LegacyApi.unionId(id).equals(unionId))
                .findFirst()
                .orElseThrow(() -> PlatformError.bad(MISTAKE));
    }

    private void show(String staffId, ObjectNode todo) {
        todos.put(todo);
        chat.say(new Chat.Draft(
                People.PRIVATE + staffId,
                Apps.BOT,
                "todo",
                Json.text(todo, "subject"),
                Json.text(todo, "subject"),
                List.of(),
                List.of(),
                Todos.CHANNEL,
                Json.text(todo),
                null));
    }
}
