package ecobot.testing;

import ecobot.inbox.InboxHandler;
import ecobot.inbox.InboxItem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what it handles, in a table, so that a rollback takes it back; a text can tell it to fail. */
public class RecordingHandler implements InboxHandler {

    private final JdbcClient sql;
    private final Map<String, AtomicInteger> failuresLeft = new ConcurrentHashMap<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();

    RecordingHandler(JdbcClient sql) {
        this.sql = sql;
        sql.sql("""
                create table handled (
                    id bigint not null auto_increment primary key,
                    item_id bigint not null,
                    conversation varchar(128) not null,
                    sender varchar(64),
                    text varchar(200) not null,
                    index ix_handled__item (item_id))
                """).update();
    }

    @Override
    public void handle(InboxItem item) {
        sql.sql("insert into handled (item_id, conversation, sender, text) values (?, ?, ?, ?)")
                .params(
                        item.id(),
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

    public void failsOn(String text, int times) {
        failuresLeft.put(text, new AtomicInteger(times));
    }

    public List<String> givenUp() {
        return givenUp;
    }
}
