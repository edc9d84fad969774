package ecobot.sandbox;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The message templates of app robots: {@code msgKey} and what its {@code msgParam} must hold. */
final class MsgKey {

    static final int MAX_BYTES = 15_000;

    private static final Set<String> FILE_TYPES = Set.of("xlsx", "pdf", "zip", "rar", "doc", "docx");

    /** Name of the shown type, then the fields that may not be missing. */
    private static final Map<String, List<String>> TEMPLATES = Map.ofEntries(
            entry("sampleText", List.of("text", "content")),
            entry("sampleMarkdown", List.of("markdown", "title", "text")),
            entry("sampleImageMsg", List.of("image", "photoURL")),
            entry("sampleLink", List.of("link", "title", "text", "messageUrl")),
            entry("sampleActionCard", List.of("actionCard", "title", "text", "singleTitle", "singleURL")),
            entry("sampleActionCard2", actions(2)),
            entry("sampleActionCard3", actions(3)),
            entry("sampleActionCard4", actions(4)),
            entry("sampleActionCard5", actions(5)),
            entry(
                    "sampleActionCard6",
                    List.of("actionCard", "title", "text", "buttonTitle1", "buttonUrl1", "buttonTitle2", "buttonUrl2")),
            entry("sampleAudio", List.of("audio", "mediaId", "duration")),
            entry("sampleFile", List.of("file", "mediaId", "fileName", "fileType")),
            entry("sampleVideo", List.of("video", "duration", "videoMediaId", "videoType", "picMediaId")));

    private MsgKey() {}

    /** Checks a call's {@code msgKey} and {@code msgParam} and says what the message shows. */
    static Content content(ObjectNode request, MediaFiles media) {
        var key = Json.text(request, "msgKey");
        if (key.isEmpty()) {
            throw PlatformError.bad("invalidParameter.msgKey.empty");
        }
        var template = TEMPLATES.get(key);
        if (template == null) {
            throw PlatformError.bad("invalidParameter.msgKey.invalid");
        }
        var param = param(request.path("msgParam"));
        for (var field : template.subList(1, template.size())) {
            if (!param.path(field).isValueNode() || Json.text(param, field).isEmpty()) {
                throw PlatformError.bad("miss.param." + field);
            }
        }
        return content(template.get(0), param, media);
    }

    private static ObjectNode param(JsonNode param) {
        if (!param.isString()) {
            throw PlatformError.bad("invalidParameter.msgParam.invalid");
        }
        var bytes = param.asString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw PlatformError.bad("invalidParameter.msgParam.tooLong");
        }
        try {
            return Json.object(bytes);
        } catch (Json.NotAnObject e) {
            throw PlatformError.bad("invalidParameter.msgParam.invalid");
        }
    }

    private static Content content(String msgtype, ObjectNode param, MediaFiles media) {
        return switch (msgtype) {
            case "text" -> new Content(msgtype, null, Json.text(param, "content"), List.of(), List.of());
            case "image" -> new Content(msgtype, null, "", picture(Json.text(param, "photoURL"), media), List.of());
            case "file" -> file(param, media);
            case "audio" ->
                new Content(msgtype, null, "", List.of(held(Json.text(param, "mediaId"), media)), List.of());
            case "video" ->
                new Content(
                        msgtype,
                        null,
                        "",
                        List.of(
                                held(Json.text(param, "videoMediaId"), media),
                                held(Json.text(param, "picMediaId"), media)),
                        List.of());
            default -> new Content(msgtype, Json.text(param, "title"), Json.text(param, "text"), List.of(), List.of());
        };
    }

    private static Content file(ObjectNode param, MediaFiles media) {
        if (!FILE_TYPES.contains(Json.text(param, "fileType"))) {
            throw PlatformError.bad("invalidParameter.msgParam.invalid");
        }
        return new Content(
                "file", Json.text(param, "fileName"), "", List.of(held(Json.text(param, "mediaId"), media)), List.of());
    }

    private static List<String> picture(String photo, MediaFiles media) {
        return photo.startsWith("@") ? List.of(held(photo, media)) : List.of();
    }

    private static String held(String mediaId, MediaFiles media) {
        if (media.find(mediaId).isEmpty()) {
            throw PlatformError.bad("invalidParameter.msgParam.invalid");
        }
        return mediaId;
    }

    private static List<String> actions(int count) {
        var fields = new java.util.ArrayList<>(List.of("actionCard", "title", "text"));
        for (int i = 1; i <= count; i++) {
            fields.add("actionTitle" + i);
            fields.add("actionURL" + i);
        }
        return List.copyOf(fields);
    }
}
