package ecobot.inbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what it handles, in a table, so that a rollback takes it back; a text can tell it to fail. */
class RecordingHandler implements InboxHandler {

    private final JdbcClient sql;
    private final Map<String, AtomicInteger> failuresLeft = new ConcurrentHashMap<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();

    RecordingHandler(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void handle(InboxItem item) {
        sql.sql("insert into handled (conversation, sender, text) values (?, ?, ?)")
                .params(
                        item.message().conversationId(),
                        item.message().senderStaffId(),
                        item.message().text())
                .update();
        AtomicInteger failures = failuresLeft.get(item.message().text());
        if (failures != null && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("told to fail");
        }
    }

    @Override
    public void givenUp(InboxItem item, String errorCode) {
        givenUp.add(item.message().text() + " " + errorCode);
    }

    void failsOn(String text, int times) {
        failuresLeft.put(text, new AtomicInteger(times));
    }

    List<String> givenUp() {
        return givenUp;
    }
}
