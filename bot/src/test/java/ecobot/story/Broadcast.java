package ecobot.story;

import ecobot.testing.SandboxClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages to all groups, stored as rows: what becomes of them when their sender is killed is asked by several tests. */
record Broadcast(List<String> texts) {

    /** What stands in a message that may be a repeat. */
    static final String REPEAT = "可能重复";

    /** Stores one. Its messages are as urgent as answers, so that no hour holds them. */
    static Broadcast store(JdbcClient sql, List<String> groups, int round, int parts) {
        var texts = new ArrayList<String>();
        for (var group : groups) {
            for (int part : IntStream.rangeClosed(1, parts).toArray()) {
                var text = "broadcast-%03d-%s-%d!".formatted(round, group, part);
                sql.sql("""
                        insert into outbox (message_key, kind, target, target_id, lane, open_lane, not_before, queued_at, content)
                        values (?, 'REPLY', 'GROUP', ?, ?, ?, utc_timestamp(3), utc_timestamp(3), ?)
                        """)
                        .params(
                                "kill:" + text,
                                group,
                                group,
                                group,
                                "{\"markdown\":{\"title\":\"t\",\"text\":\"" + text + "\"},\"mentions\":[]}")
                        .update();
                texts.add(text);
            }
        }
        return new Broadcast(texts);
    }

    static List<String> groups(SandboxClient chat) {
        var groups = new ArrayList<String>();
        chat.get("/sandbox/api/conversations").forEach(conversation -> {
            if (conversation.path("type").asString("").equals("group")) {
                groups.add(conversation.path("openConversationId").asString(""));
            }
        });
        return groups;
    }

    /** All of it that stands in the groups, by whichever robot. */
    static List<String> said(SandboxClient chat) {
        return groups(chat).stream()
                .flatMap(group -> chat.messages(group, 0).stream())
                .map(SandboxClient.Said::text)
                .filter(text -> text.startsWith("broadcast-"))
                .toList();
    }
}
