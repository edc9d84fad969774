package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StoredRefusedTodos implements RefusedTodos {

    private static final int MOST = 500;

    private final RefusedTodoMapper rows;

    StoredRefusedTodos(RefusedTodoMapper rows) {
        this.rows = rows;
    }

    @Override
    public List<Refused> lock() {
        return rows.lock(NO_PERMISSION, MOST);
    }

    @Override
    public boolean wentAfter(Instant at) {
        return rows.wentAfter(at);
    }

    @Override
    public void settle(List<Refused> madeUp) {
        madeUp.forEach(refused -> rows.settle(refused.id()));
    }
}
