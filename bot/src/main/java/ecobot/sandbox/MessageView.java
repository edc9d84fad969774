package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as the control interface shows it. One that was taken back keeps its place with the type {@code recalled} and says nothing.
 *
 * @param msgtype as sent: of app robots the type that the {@code msgKey} stands for, {@code markdown} for {@code sampleMarkdown}
 * @param raw the JSON behind it: what the robot gets, or the body of the robot's call
 */
record MessageView(
        long seq,
        String msgId,
        Instant at,
        String from,
        String msgtype,
        @Nullable String title,
        String text,
        List<String> mediaIds,
        List<String> atUserIds,
        String channel,
        JsonNode raw) {

    static MessageView of(Said said, boolean recalled) {
        return new MessageView(
                said.seq(),
                said.msgId(),
                said.at(),
                said.from(),
                recalled ? "recalled" : said.msgtype(),
                recalled ? null : said.title(),
                recalled ? "" : said.text(),
                recalled ? List.of() : said.mediaIds(),
                recalled ? List.of() : said.atUserIds(),
                said.channel(),
                recalled ? Json.object() : Json.tree(said.raw()));
    }

    /** What is told of a message that has just come. */
    record News(String openConversationId, MessageView message) {
        static News of(Said said) {
            return new News(said.conversation(), MessageView.of(said, false));
        }
    }
}
