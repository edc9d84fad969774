package ecobot.dingtalk;

import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outgoing.Todo;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * 待办: makes what is sent so in the person's list of todos. The source id is the key, so any attempt may be repeated. Without the permission
 * nothing is asked for an hour; people still have the messages, and what was refused is made up for when the permission comes.
 */
@Component
class Todos {

    /** The platform's answer to a source id that it knows, which it gives for other mistakes too. */
    static final String EXISTS = "todo-exists";

    private final TodoApi api;
    private final UnionIds unionIds;
    private final TodoMapper todos;
    private final Permission permission;

    Todos(TodoApi api, UnionIds unionIds, TodoMapper todos, @Qualifier("machineClock") Clock machineClock) {
        this.api = api;
        this.unionIds = unionIds;
        this.todos = todos;
        permission = new Permission("todos", "Todo.Todo.Write, qyapi_get_member", machineClock);
    }

    /** Whether the organisation turned us away a short while ago. */
    boolean isTurnedAway() {
        return permission.isRefused();
    }

    Result send(String sourceId, Todo todo, Deadline deadline) throws CallFailed {
        return permission.use(() -> new Sent(Channel.TODO, makeSo(sourceId, todo, deadline)));
    }

    /** Answers the platform's id; empty when there is nothing to close. */
    private String makeSo(String sourceId, Todo todo, Deadline deadline) throws CallFailed {
        TodoMapper.Known known = todos.find(sourceId);
        if (known == null && todo.done()) {
            return "";
        }
        String unionId = known == null ? unionIds.of(todo.staffId(), deadline) : known.unionId();
        todos.begin(sourceId, unionId);
        String taskId = known == null ? null : known.taskId();
        if (taskId == null) {
            taskId = created(unionId, sourceId, todo, deadline);
            todos.made(sourceId, taskId);
        } else {
            api.update(unionId, taskId, todo, deadline);
        }
        return taskId;
    }

    /** An earlier attempt may have made it, whatever became of the answer. */
    private String created(String unionId, String sourceId, Todo todo, Deadline deadline) throws CallFailed {
        try {
            String taskId = api.create(unionId, sourceId, todo, deadline);
            if (todo.done()) {
                api.update(unionId, taskId, todo, deadline);
            }
            return taskId;
        } catch (CallFailed e) {
            if (!e.fault().reason().equals(EXISTS)) {
                throw e;
            }
            String taskId = api.find(unionId, sourceId, deadline);
            api.update(unionId, taskId, todo, deadline);
            return taskId;
        }
    }
}
