package ecobot.sandbox;

import static java.util.Objects.requireNonNullElse;

import ecobot.sandbox.Entry.Delivery;
import ecobot.sandbox.Entry.Said;
import ecobot.sandbox.People.Conversation;
import ecobot.sandbox.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people say: turns a line of the control interface into the message that a robot gets. */
final class Talk {

    private static final String CORP = "dingdemo";

    private final People people;
    private final Chat chat;
    private final MediaFiles media;
    private final DownloadCodes codes;
    private final Sessions sessions;
    private final Stream stream;
    private final Faults faults;
    private final Clock clock;

    Talk(
            People people,
            Chat chat,
            MediaFiles media,
            DownloadCodes codes,
            Sessions sessions,
            Stream stream,
            Faults faults,
            Clock clock) {
        this.people = people;
        this.chat = chat;
        this.media = media;
        this.codes = codes;
        this.sessions = sessions;
        this.stream = stream;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * What somebody types, as the control interface takes it.
     *
     * @param mention whether the robot is mentioned; it hears nothing else in a group. True when missing
     * @param robot which robot; the bot when missing
     * @param photos pictures in Base64
     */
    record Line(
            @Nullable String senderStaffId,
            @Nullable String text,
            @Nullable Boolean mention,
            @Nullable String robot,
            @Nullable String quoteMsgId,
            @Nullable List<String> photos,
            @Nullable Attachment file) {}

    /** A file in Base64. */
    record Attachment(@Nullable String name, @Nullable String content) {}

    /**
     * Puts a line into a conversation.
     *
     * @return the message's id
     * @throws IllegalArgumentException for what nobody could type there
     */
    String say(Conversation conversation, Line line) {
        var sender = sender(conversation, line);
        var robot = requireNonNullElse(line.robot(), Apps.BOT);
        var heard = !conversation.isGroup() || requireNonNullElse(line.mention(), true);
        if (heard && !canHear(conversation, robot)) {
            throw new IllegalArgumentException("no robot " + robot + " in this conversation");
        }
        var id = Chat.newId();
        var at = clock.instant();
        var text = requireNonNullElse(line.text(), "");
        var mentioned = conversation.isGroup() ? mentioned(conversation, text) : List.<Person>of();
        var mediaIds = mediaIds(conversation, line);
        var data = Json.object().put("msgId", id);
        envelope(data, conversation, sender, robot, mentioned, heard).put("createAt", at.toEpochMilli());
        content(data, conversation, line, robot, mediaIds, heard);
        if (line.quoteMsgId() != null) {
            quote(data, line.quoteMsgId(), conversation, robot);
        }
        var draft = new Chat.Draft(
                conversation.openConversationId(),
                sender.staffId(),
                data.path("msgtype").asString(),
                line.file() == null ? null : requireNonNullElse(line.file().name(), "file"),
                text,
                mediaIds,
                mentioned.stream().map(Person::staffId).toList(),
                "user",
                Json.text(data),
                null);
        var lasts = at.plusSeconds(60L * faults.switches().sessionMinutes());
        var said = chat.say(id, at, draft, heard ? new Delivery(robot, Frames.newId(), Frames.newId(), lasts) : null);
        if (heard) {
            hear(said);
        }
        return id;
    }

    /**
     * Somebody reads a conversation.
     *
     * @param msgId up to which message; empty for all of it
     * @return how many messages of app robots were new
     * @throws IllegalArgumentException for somebody who is not in it, or a message that is not
     */
    int read(Conversation conversation, String staffId, String msgId) {
        if (!conversation.members().contains(staffId)) {
            throw new IllegalArgumentException(staffId + " is not in this conversation");
        }
        var id = conversation.openConversationId();
        long upTo = msgId.isEmpty()
                ? chat.after(id, 0).stream().mapToLong(Said::seq).max().orElse(0)
                : chat.message(msgId)
                        .filter(said -> said.conversation().equals(id))
                        .map(Said::seq)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no message " + msgId + " in this conversation"));
        var news = chat.read(id, staffId, upTo);
        news.forEach(said -> stream.tell(said.from(), "robot_msg_read", reading(said, staffId)));
        return news.size();
    }

    private ObjectNode reading(Said said, String staffId) {
        return Json.object()
                .put("robotCode", said.from())
                .put("openConversationId", said.conversation())
                .put("processQueryKey", said.processQueryKey())
                .put("userId", staffId)
                .put("unionId", People.unionId(staffId))
                .put("operatTime", String.valueOf(clock.millis()));
    }

    private void hear(Said said) {
        sessions.add(said);
        stream.deliver(said);
    }

    private Person sender(Conversation conversation, Line line) {
        var sender = people.person(requireNonNullElse(line.senderStaffId(), ""))
                .orElseThrow(() -> new IllegalArgumentException("no person " + line.senderStaffId()));
        // A visitor may turn up in any group: that is how the bot meets people from outside.
        if (sender.inside() && !conversation.members().contains(sender.staffId())) {
            throw new IllegalArgumentException(sender.staffId() + " is not in this conversation");
        }
        return sender;
    }

    private boolean canHear(Conversation conversation, String robot) {
        return people.robot(robot).isPresent()
                && people.group(conversation.openConversationId())
                        .map(group -> people.hasRobot(group, robot))
                        .orElse(true);
    }

    private List<Person> mentioned(Conversation conversation, String text) {
        return conversation.members().stream()
                .flatMap(id -> people.person(id).stream())
                .filter(person -> text.contains("@" + person.name()) || text.contains("@" + person.staffId()))
                .toList();
    }

    private List<String> mediaIds(Conversation conversation, Line line) {
        var ids = new ArrayList<String>();
        for (var photo : requireNonNullElse(line.photos(), List.<String>of())) {
            ids.add(media.keep(decoded(photo), "photo"));
        }
        if (line.file() != null) {
            if (conversation.isGroup()) {
                throw new IllegalArgumentException("files reach a robot in private chats only");
            }
            if (!ids.isEmpty()) {
                throw new IllegalArgumentException("a message has either photos or a file");
            }
            ids.add(media.keep(
                    decoded(requireNonNullElse(line.file().content(), "")),
                    requireNonNullElse(line.file().name(), "file")));
        }
        return ids;
    }

    private static byte[] decoded(String base64) {
        var start = base64.startsWith("data:") ? base64.indexOf(',') + 1 : 0;
        var bytes = Base64.getMimeDecoder().decode(base64.substring(start));
        if (bytes.length == 0) {
            throw new IllegalArgumentException("an empty photo or file");
        }
        return bytes;
    }

    private ObjectNode envelope(
            ObjectNode data,
            Conversation conversation,
            Person sender,
            String robot,
            List<Person> mentioned,
            boolean heard) {
        data.put("conversationId", conversation.openConversationId())
                .put("conversationType", conversation.isGroup() ? "2" : "1")
                .put("chatbotCorpId", CORP)
                .put("chatbotUserId", encrypted(robot))
                .put("robotCode", robot)
                .put("senderId", encrypted(sender.staffId()))
                .put("senderNick", sender.name())
                .put("senderPlatform", "Android")
                .put("isAdmin", sender.isAdmin());
        if (sender.inside()) {
            data.put("senderStaffId", sender.staffId())
                    .put("senderCorpId", CORP)
                    .put("senderUnionId", sender.unionId());
        }
        if (conversation.isGroup()) {
            data.put("conversationTitle", conversation.title()).put("isInAtList", heard);
            var atUsers = data.putArray("atUsers");
            if (heard) {
                atUsers.addObject().put("dingtalkId", encrypted(robot));
            }
            mentioned.forEach(person -> atUsers.addObject()
                    .put("dingtalkId", encrypted(person.staffId()))
                    .put("staffId", person.staffId()));
        }
        return data;
    }

    private void content(
            ObjectNode data, Conversation conversation, Line line, String robot, List<String> mediaIds, boolean heard) {
        var text = requireNonNullElse(line.text(), "");
        if (line.file() != null) {
            data.put("msgtype", "file");
            data.putObject("content")
                    .put("downloadCode", codes.codeFor(mediaIds.get(0), robot))
                    .put("fileName", requireNonNullElse(line.file().name(), "file"));
        } else if (mediaIds.size() == 1 && text.isBlank() && !conversation.isGroup()) {
            data.put("msgtype", "picture");
            picture(data.putObject("content"), mediaIds.get(0), robot);
        } else if (!mediaIds.isEmpty()) {
            data.put("msgtype", "richText");
            pictures(data.putObject("content").putArray("richText"), text, mediaIds, robot);
        } else {
            // The mention of the robot is taken out; the space after it stays.
            data.put("msgtype", "text");
            data.putObject("text").put("content", conversation.isGroup() && heard ? " " + text : text);
        }
    }

    private void pictures(ArrayNode items, String text, List<String> mediaIds, String robot) {
        if (!text.isEmpty()) {
            items.addObject().put("text", text);
        }
        mediaIds.forEach(id -> picture(items.addObject().put("type", "picture"), id, robot));
    }

    private void picture(ObjectNode item, String mediaId, String robot) {
        var code = codes.codeFor(mediaId, robot);
        item.put("downloadCode", code).put("pictureDownloadCode", code);
    }

    /** Adds the quoted message, in the platform's undocumented shape. */
    private void quote(ObjectNode data, String msgId, Conversation conversation, String robot) {
        var quoted = chat.message(msgId)
                .filter(said -> said.conversation().equals(conversation.openConversationId()))
                .orElseThrow(() -> new IllegalArgumentException("no message " + msgId + " in this conversation"));
        var text = data.path("text") instanceof ObjectNode there ? there : data.putObject("text");
        text.put("isReplyMsg", true);
        var replied = text.putObject("repliedMsg")
                .put("msgId", quoted.msgId())
                .put("senderId", encrypted(quoted.from()))
                .put("createdAt", quoted.at().toEpochMilli());
        if (isPictured(quoted)) {
            replied.put("msgType", "richText");
            pictures(replied.putObject("content").putArray("richText"), quoted.text(), quoted.mediaIds(), robot);
        } else {
            replied.put(
                    "msgType",
                    quoted.msgtype().equals("text") ? "text" : quoted.msgtype().toLowerCase(Locale.ROOT));
            replied.putObject("content").put("text", quoted.text()).put("content", quoted.text());
        }
    }

    private static boolean isPictured(Said said) {
        return !said.mediaIds().isEmpty() && !said.msgtype().equals("file");
    }

    private static String encrypted(String id) {
        return "$:LWCP_v1:$" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
