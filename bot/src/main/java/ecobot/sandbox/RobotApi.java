package ecobot.sandbox;

import ecobot.TryIt;
import ecobot.sandbox.Entry.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an app's robot may do through the new API: speak in groups and in private, take back, see who has read, fetch files. */
@TryIt
@RestController
@RequestMapping("/v1.0/robot")
class RobotApi {

    private static final String TOKEN = "x-acs-dingtalk-access-token";
    private static final int MAX_USERS = 20;
    private static final int MAX_KEYS = 20;
    private static final int MAX_READERS = 200;
    private static final Duration RECALLABLE = Duration.ofHours(24);

    private final Gate gate;
    private final Apps apps;
    private final People people;
    private final Chat chat;
    private final MediaFiles media;
    private final DownloadCodes codes;
    private final Clock clock;

    RobotApi(Gate gate, Apps apps, People people, Chat chat, MediaFiles media, DownloadCodes codes, Clock clock) {
        this.gate = gate;
        this.apps = apps;
        this.people = people;
        this.chat = chat;
        this.media = media;
        this.codes = codes;
        this.clock = clock;
    }

    @PostMapping("/groupMessages/send")
    ResponseEntity<byte[]> sendToGroup(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enter(token, "groupMessages/send");
        var request = Bodies.json(body);
        var robot = robot(app, Json.text(request, "robotCode"));
        var group = group(robot, request);
        var content = MsgKey.content(request, media);
        var key = newKey();
        say(group.id(), robot, content, "app-group", request, key);
        return Answers.ok(Json.object().put("processQueryKey", key));
    }

    @PostMapping("/oToMessages/batchSend")
    ResponseEntity<byte[]> sendInPrivate(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enter(token, "oToMessages/batchSend");
        var request = Bodies.json(body);
        var robot = robot(app, Json.text(request, "robotCode"));
        var userIds = strings(request.path("userIds"));
        if (userIds.isEmpty()) {
            throw PlatformError.bad("invalidParameter.userIds.empty");
        }
        if (userIds.size() > MAX_USERS) {
            throw PlatformError.bad("invalidParameter.userIds.overMax");
        }
        var content = MsgKey.content(request, media);
        var known = userIds.stream().filter(id -> people.member(id).isPresent()).toList();
        if (known.isEmpty()) {
            throw PlatformError.bad("staffId.notExisted");
        }
        var key = newKey();
        known.forEach(id -> say(People.PRIVATE + id, robot, content, "app-private", request, key));
        var answer = Json.object().put("processQueryKey", key);
        userIds.stream().filter(id -> !known.contains(id)).forEach(answer.putArray("invalidStaffIdList")::add);
        answer.putArray("flowControlledStaffIdList");
        return Answers.ok(answer);
    }

    @PostMapping("/groupMessages/query")
    ResponseEntity<byte[]> groupReaders(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enter(token, "groupMessages/query");
        var request = Bodies.json(body);
        var robot = robot(app, Json.text(request, "robotCode"));
        var group = group(robot, request);
        var key = Json.text(request, "processQueryKey");
        var said = sent(key, robot, group.id());
        var readers = chat.readersOf(said);
        int from = pageStart(Json.text(request, "nextToken"), readers.size());
        int to = Math.min(readers.size(), from + pageSize(request));
        var answer = Json.object().put("sendStatus", status(key)).put("hasMore", to < readers.size());
        if (to < readers.size()) {
            answer.put("nextToken", Integer.toString(to));
        }
        readers.subList(from, to).forEach(answer.putArray("readUserIds")::add);
        return Answers.ok(answer);
    }

    private static int pageSize(ObjectNode request) {
        int size = request.path("maxResults").asInt(MAX_READERS);
        if (size < 1 || size > MAX_READERS) {
            throw PlatformError.bad("invalidParameter.maxResults");
        }
        return size;
    }

    private static int pageStart(String token, int size) {
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.matches("\\d{1,6}") || Integer.parseInt(token) > size) {
            throw PlatformError.bad("invalidParameter.nextToken");
        }
        return Integer.parseInt(token);
    }

    @GetMapping("/oToMessages/readStatus")
    ResponseEntity<byte[]> privateReaders(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String robotCode,
            @RequestParam(defaultValue = "") String processQueryKey) {
        var robot = robot(gate.enter(token, "oToMessages/readStatus"), robotCode);
        var sent = chat.sentWith(processQueryKey).stream()
                .filter(said -> said.from().equals(robot))
                .filter(said -> said.at().plus(RECALLABLE).isAfter(clock.instant()))
                .toList();
        if (sent.isEmpty()) {
            throw PlatformError.bad("processQueryKey.expireTime");
        }
        var answer = Json.object().put("sendStatus", status(processQueryKey));
        var list = answer.putArray("messageReadInfoList");
        sent.forEach(said -> {
            var staffId = said.conversation().substring(People.PRIVATE.length());
            list.addObject()
                    .put("userId", staffId)
                    .put("name", people.person(staffId).map(People.Person::name).orElse(""))
                    .put("readStatus", chat.readersOf(said).contains(staffId) ? "READ" : "UNREAD");
        });
        return Answers.ok(answer);
    }

    @PostMapping("/groupMessages/recall")
    ResponseEntity<byte[]> recallInGroup(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enter(token, "groupMessages/recall");
        var request = Bodies.json(body);
        var robot = robot(app, Json.text(request, "robotCode"));
        return recall(robot, group(robot, request).id(), request);
    }

    @PostMapping("/otoMessages/batchRecall")
    ResponseEntity<byte[]> recallInPrivate(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enter(token, "otoMessages/batchRecall");
        var request = Bodies.json(body);
        return recall(robot(app, Json.text(request, "robotCode")), People.PRIVATE, request);
    }

    @PostMapping("/messageFiles/download")
    ResponseEntity<byte[]> download(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest call) {
        var app = gate.enter(token, "messageFiles/download");
        var request = Bodies.json(body);
        var robot = robot(app, Json.text(request, "robotCode"));
        var mediaId = codes.mediaId(Json.text(request, "downloadCode"), robot)
                .filter(id -> media.find(id).isPresent())
                .orElseThrow(() -> PlatformError.bad("invalidParameter.robotCode.downloadCode"));
        var base = call.getScheme() + "://" + call.getServerName() + ":" + call.getServerPort();
        return Answers.ok(Json.object().put("downloadUrl", base + FileApi.PATH + codes.addressOf(mediaId)));
    }

    private ResponseEntity<byte[]> recall(String robot, String conversation, ObjectNode request) {
        var keys = strings(request.path("processQueryKeys"));
        if (keys.size() > MAX_KEYS) {
            throw PlatformError.bad("invalidParameter.processQueryKeys.overMax");
        }
        var done = new ArrayList<String>();
        var failed = new LinkedHashMap<String, String>();
        keys.forEach(key -> {
            var reason = whyNotRecall(key, robot, conversation);
            if (reason == null) {
                done.add(key);
            } else {
                failed.put(key, reason);
            }
        });
        return Answers.ok(Map.of("successResult", done, "failedResult", failed));
    }

    private @Nullable String whyNotRecall(String key, String robot, String conversation) {
        var sent = chat.sentWith(key);
        if (sent.isEmpty() || !sent.get(0).conversation().startsWith(conversation)) {
            return "invalidParameter.processQueryKeys";
        }
        if (!sent.get(0).from().equals(robot)) {
            return "not.allowed.robotCode";
        }
        if (!sent.get(0).at().plus(RECALLABLE).isAfter(clock.instant())) {
            return "robot.processQueryKey.expired";
        }
        return chat.recall(key) ? null : "notRevoke.all.messages";
    }

    private void say(
            String conversation, String robot, Content content, String channel, ObjectNode request, String key) {
        chat.say(new Chat.Draft(
                conversation,
                robot,
                content.msgtype(),
                content.title(),
                content.text(),
                content.mediaIds(),
                content.atUserIds(),
                channel,
                Json.text(request),
                key));
    }

    private String robot(Apps.App app, String robotCode) {
        if (robotCode.isEmpty()) {
            throw PlatformError.bad("invalidParameter.robotCode.missing");
        }
        var owner = apps.named(robotCode).orElseThrow(() -> PlatformError.bad("invalidParameter.robotCode.notExsit"));
        if (!owner.equals(app)) {
            throw PlatformError.bad("invalidParameter.robotCode.auth");
        }
        return robotCode;
    }

    private People.Group group(String robot, ObjectNode request) {
        var id = Json.text(request, "openConversationId");
        if (id.isEmpty()) {
            throw PlatformError.bad("miss.openConversationId");
        }
        gate.visit(id);
        var group = people.group(id).orElseThrow(() -> PlatformError.bad("invalid.openConversationId"));
        if (!people.hasRobot(group, robot)) {
            throw PlatformError.bad("resource.not.found");
        }
        return group;
    }

    private Said sent(String key, String robot, String conversation) {
        return chat.sentWith(key).stream()
                .filter(said -> said.from().equals(robot) && said.conversation().equals(conversation))
                .findFirst()
                .orElseThrow(() -> PlatformError.bad("processQueryKey.expireTime"));
    }

    private String status(String key) {
        return chat.isRecalled(key) ? "RECALLED" : "SUCCESS";
    }

    private static List<String> strings(JsonNode list) {
        var strings = new LinkedHashSet<String>();
        list.forEach(node -> strings.add(node.asString("")));
        return List.copyOf(strings);
    }

    private static String newKey() {
        return "pqk" + UUID.randomUUID().toString().replace("-", "");
    }
}
