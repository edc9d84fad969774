package ecobot.outbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Messages to be sent. */
final class OutgoingFixture {

    private OutgoingFixture() {}

    static Outgoing reply(String lane, String key) {
        return message(lane, key, Outgoing.Kind.REPLY);
    }

    static Outgoing post(String lane, String key) {
        return message(lane, key, Outgoing.Kind.POST);
    }

    private static Outgoing message(String lane, String key, Outgoing.Kind kind) {
        return new Outgoing(
                key,
                new Outgoing.GroupTarget(
                        lane,
                        new Outgoing.Session(
                                URI.create("https://oapi.dingtalk.com/robot/sendBySession?session=s"),
                                Instant.parse("2026-11-24T02:00:00Z"))),
                new Outgoing.Markdown("标题", "正文 " + key),
                List.of("u1"),
                kind);
    }
}
