package ecobot.dingtalk;

import ecobot.audit.Diagnosis;
import ecobot.outbox.Extras;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which extras are switched on, and whether the organisation allows them. */
@Component
@Order(12)
class SwitchedExtras implements Extras, Diagnosis {

    private final DingTalkSettings settings;
    private final Todos todos;

    private record TodoView(boolean allowed) {}

    SwitchedExtras(DingTalkSettings settings, Todos todos) {
        this.settings = settings;
        this.todos = todos;
    }

    @Override
    public boolean todos() {
        return settings.todo().enabled();
    }

    @Override
    public List<Finding> findings() {
        if (!todos()) {
            return List.of();
        }
        boolean allowed = !todos.isTurnedAway();
        TodoView view = new TodoView(allowed);
        return List.of(allowed ? Finding.ok("dingtalk/_todos", view) : Finding.warn("dingtalk/_todos", view));
    }
}
