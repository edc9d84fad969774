package ecobot.dingtalk;

import ecobot.inbox.IncomingMessage.SentFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a bot message says: words, pictures, files. */
record BotContent(String text, List<String> photos, List<SentFile> files) {

    static final BotContent NOTHING = new BotContent("", List.of(), List.of());

    boolean isEmpty() {
        return text.isEmpty() && photos.isEmpty() && files.isEmpty();
    }

    static BotContent of(JsonNode message) {
        String type = Json.text(message, "msgtype", "");
        JsonNode content = message.path("content");
        return switch (type) {
            case "text" -> words(Json.text(message.path("text"), "content"));
            case "richText" -> richText(content);
            case "picture" -> new BotContent("", photo(content), List.of());
            case "audio" -> words(Json.text(content, "recognition"));
            case "video" -> file(content, "video." + Json.text(content, "videoType", "mp4"));
            case "file" -> file(content, Json.text(content, "fileName", "file"));
            default -> NOTHING;
        };
    }

    /** A quoted message: its type is not always named, and its content may be an object, a text, or JSON inside a text. */
    static BotContent ofQuoted(JsonNode replied) {
        JsonNode content = unfolded(replied.path("content"));
        if (content.isString()) {
            return words(content.asString());
        }
        if (content.path("richText").isArray()) {
            return richText(content);
        }
        String said = firstOf(content, "text", "content", "recognition");
        return new BotContent(strip(said), photo(content), List.of());
    }

    private static JsonNode unfolded(JsonNode content) {
        if (content.isString() && content.asString().startsWith("{")) {
            try {
                return Json.object(content.asString());
            } catch (Json.NotJson e) {
                return content;
            }
        }
        return content;
    }

    private static String firstOf(JsonNode content, String... fields) {
        for (String field : fields) {
            String value = Json.text(content, field);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static BotContent words(@Nullable String text) {
        return new BotContent(strip(text == null ? "" : text), List.of(), List.of());
    }

    private static BotContent file(JsonNode content, String name) {
        String code = Json.text(content, "downloadCode");
        return code == null ? NOTHING : new BotContent("", List.of(), List.of(new SentFile(code, name)));
    }

    /** Pieces of text follow each other as they were typed; line breaks are part of them. */
    private static BotContent richText(JsonNode content) {
        StringBuilder text = new StringBuilder();
        List<String> photos = new ArrayList<>();
        for (JsonNode piece : content.path("richText")) {
            photos.addAll(photo(piece));
            text.append(Json.text(piece, "text", Json.text(piece, "content", "")));
        }
        return new BotContent(strip(text.toString()), List.copyOf(photos), List.of());
    }

    private static List<String> photo(JsonNode node) {
        String code = firstOf(node, "downloadCode", "pictureDownloadCode");
        return code.isEmpty() ? List.of() : List.of(code);
    }

    /** Where the mention stood a space stays: plain, no-break, four-per-em, or one without any width. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }
}
