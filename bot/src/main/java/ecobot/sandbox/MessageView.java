package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as the control interface shows it. One that was taken back keeps its place with the type {@code recalled} and says nothing.
 *
 * @param msgtype as sent: of app robots the type that the {@code msgKey} stands for, {@code markdown} for {@code sampleMarkdown}
 * @param mediaIds pictures and files, those among them that Markdown shows by their media id
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

    private static final Pattern IN_MARKDOWN = Pattern.compile("!\\[[^\\]\\n]*\\]\\((@[^)\\s]+)\\)");
    private static final Set<String> WITH_MARKDOWN = Set.of("markdown", "actionCard", "card");

    static MessageView of(Said said, boolean recalled) {
        return new MessageView(
                said.seq(),
                said.msgId(),
                said.at(),
                said.from(),
                recalled ? "recalled" : said.msgtype(),
                recalled ? null : said.title(),
                recalled ? "" : said.text(),
                recalled ? List.of() : pictures(said),
                recalled ? List.of() : said.atUserIds(),
                said.channel(),
                recalled ? Json.object() : Json.tree(said.raw()));
    }

    private static List<String> pictures(Said said) {
        var shown = WITH_MARKDOWN.contains(said.msgtype())
                ? IN_MARKDOWN.matcher(said.text()).results().map(picture -> picture.group(1))
                : Stream.<String>empty();
        return Stream.concat(said.mediaIds().stream(), shown).distinct().toList();
    }

    /** What is told of a message that has just come. */
    record News(String openConversationId, MessageView message) {
        static News of(Said said) {
            return new News(said.conversation(), MessageView.of(said, false));
        }
    }
}
