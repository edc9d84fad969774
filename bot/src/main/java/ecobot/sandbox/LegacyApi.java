package ecobot.sandbox;

import ecobot.TryIt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** The legacy API: upload of media, and the directory. */
@TryIt
@RestController
class LegacyApi {

    private static final int MEGABYTE = 1024 * 1024;

    private static final Map<String, Set<String>> FORMATS = Map.of(
            "image", Set.of("jpg", "jpeg", "gif", "png", "bmp"),
            "voice", Set.of("amr", "mp3", "wav"),
            "video", Set.of("mp4"),
            "file", Set.of("doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "pdf", "rar"));

    private final Gate gate;
    private final MediaFiles media;
    private final People people;
    private final Clock clock;

    LegacyApi(Gate gate, MediaFiles media, People people, Clock clock) {
        this.gate = gate;
        this.media = media;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/media/upload")
    ResponseEntity<byte[]> upload(
            @RequestParam(name = "access_token", required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(name = "media", required = false) @Nullable MultipartFile file)
            throws IOException {
        gate.enterLegacy(token, "media/upload", true);
        var formats = FORMATS.get(type);
        if (formats == null) {
            throw new LegacyError(40004, "invalid media type");
        }
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || !formats.contains(ending(name))) {
            throw new LegacyError(40005, "invalid media format");
        }
        if (file.isEmpty() || file.getSize() > (type.equals("voice") ? 2 : 20) * MEGABYTE) {
            throw new LegacyError(40006, "invalid media size");
        }
        return Answers.ok(Json.object()
                .put("errcode", 0)
                .put("errmsg", "ok")
                .put("type", type)
                .put("media_id", media.keep(file.getBytes(), name))
                .put("created_at", clock.millis()));
    }

    @PostMapping("/topapi/v2/user/get")
    ResponseEntity<byte[]> user(
            @RequestParam(name = "access_token", required = false) @Nullable String token, HttpServletRequest request)
            throws IOException {
        gate.enterLegacy(token, "topapi/v2/user/get", false);
        var userId = userId(request);
        if (userId.isEmpty()) {
            throw new LegacyError(33012, "invalid userid");
        }
        var person = people.member(userId).orElseThrow(() -> new LegacyError(60121, "user not found"));
        var answer = Json.object().put("errcode", 0).put("errmsg", "ok").put("request_id", Frames.newId());
        describe(answer.putObject("result"), person);
        return Answers.ok(answer);
    }

    private static void describe(ObjectNode result, People.Person person) {
        result.put("userid", person.staffId())
                .put("unionid", person.unionId())
                .put("name", person.name())
                .put("title", person.unit())
                .put("active", true)
                .put("admin", person.isAdmin())
                .put("boss", false)
                .put("senior", false)
                .putArray("dept_id_list")
                .add(1);
    }

    /** Taken from a form as well as from JSON. */
    private static String userId(HttpServletRequest request) throws IOException {
        var parameter = request.getParameter("userid");
        if (parameter != null) {
            return parameter;
        }
        try {
            return Json.text(Json.object(request.getInputStream().readAllBytes()), "userid");
        } catch (Json.NotAnObject e) {
            throw new LegacyError(400002, "invalid parameter");
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
