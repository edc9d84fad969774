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
    private final Todos todos;

    TodoApi(Gate gate, People people, Todos todos) {
        this.gate = gate;
        this.people = people;
        this.todos = todos;
    }

    @PostMapping
    ResponseEntity<byte[]> create(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @RequestBody(required = false) byte @Nullable [] body) {
        gate.enterExtra(token, "todo/create");
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
            if (isWrong || todos.source(sourceId).isPresent()) {
                throw PlatformError.bad(MISTAKE);
            }
            request.put("id", "task" + UUID.randomUUID().toString().replace("-", ""));
            request.put("done", false);
            todos.show(staffId, request, Json.text(request, "subject"));
        }
        return Answers.ok(request);
    }

    @GetMapping("/sources/{sourceId}")
    ResponseEntity<byte[]> find(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String sourceId) {
        gate.enterExtra(token, "todo/find");
        staffId(unionId);
        return Answers.ok(todos.source(sourceId).orElseThrow(() -> PlatformError.bad("todo.task.notExist")));
    }

    @PutMapping("/{taskId}")
    ResponseEntity<byte[]> update(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String taskId,
            @RequestBody(required = false) byte @Nullable [] body) {
        gate.enterExtra(token, "todo/update");
        var request = Bodies.json(body);
        var staffId = staffId(unionId);
        synchronized (todos) {
            var before = todos.byId(taskId).orElseThrow(() -> PlatformError.bad("todo.task.notExist"));
            var after = Json.changed(before, request, List.of("subject", "dueTime", "done", "executorIds"));
            if (!after.equals(before)) {
                todos.show(staffId, after, Json.text(after, "subject"));
            }
        }
        return Answers.ok(Json.object().put("result", true));
    }

    private String staffId(String unionId) {
        return people.ofUnionId(unionId)
                .orElseThrow(() -> PlatformError.bad(MISTAKE))
                .staffId();
    }
}
