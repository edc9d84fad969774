package ecobot.inbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A message as JSON, without its session and its raw text. */
final class MessageJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageJson() {}

    static String write(IncomingMessage message) {
        return JSON.writeValueAsString(with(message, "", null));
    }

    static IncomingMessage read(String json, String raw, IncomingMessage.@Nullable Session session) {
        return with(JSON.readValue(json, IncomingMessage.class), raw, session);
    }

    private static IncomingMessage with(
            IncomingMessage message, String raw, IncomingMessage.@Nullable Session session) {
        return new IncomingMessage(
                message.robotCode(),
                message.msgId(),
                message.conversationId(),
                message.group(),
                message.conversationTitle(),
                message.senderStaffId(),
                message.senderNick(),
                message.sentAt(),
                message.text(),
                message.photos(),
                message.files(),
                message.quoted(),
                message.mentionedStaffIds(),
                session,
                message.fromAdmin(),
                raw);
    }
}
