package ecobot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drives the stand-in by its control interface, as a person's browser or a load generator does. */
public final class SandboxClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;

    public SandboxClient(String base) {
        this.base = base;
    }

    /** Types a line that mentions the bot; answers the message's id. */
    public String say(String staffId, String conversation, String text) {
        return post(conversation, Map.of("senderStaffId", staffId, "text", text, "mention", true));
    }

    /** Sends any message of the control interface; answers its id. */
    public String post(String conversation, Map<String, ?> message) {
        return send("POST", "/sandbox/api/conversations/" + encoded(conversation) + "/messages", message)
                .path("msgId")
                .asString();
    }

    /** All messages of a conversation after {@code seq}. */
    public List<Said> messages(String conversation, long seq) {
        var list = send("GET", "/sandbox/api/conversations/" + encoded(conversation) + "/messages?after=" + seq, null);
        return StreamSupport.stream(list.spliterator(), false).map(Said::of).toList();
    }

    /** What the bot has said in a conversation after {@code seq}. */
    public List<Said> answers(String conversation, long seq) {
        return messages(conversation, seq).stream()
                .filter(said -> said.from().equals("demo"))
                .toList();
    }

    /** The number of the last message of a conversation; 0 when there is none. */
    public long lastSeq(String conversation) {
        return messages(conversation, 0).stream().mapToLong(Said::seq).max().orElse(0);
    }

    /** Types a line and waits for the answer to it: what comes through the session, not what others caused meanwhile. */
    public Said ask(String staffId, String conversation, String text) {
        var before = lastSeq(conversation);
        say(staffId, conversation, text);
        return Awaitility.await("answer to " + text)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> answers(conversation, before).stream()
                                .filter(said -> said.channel().equals("session"))
                                .toList(),
                        answers -> !answers.isEmpty())
                .get(0);
    }

    /** Sends a file in private and waits for the message that has {@code words}; files are fetched after the first answer. */
    public Said sendFile(String staffId, String name, byte[] content, String words) {
        var conversation = "private:" + staffId;
        var before = lastSeq(conversation);
        var file = Map.of("name", name, "content", Base64.getEncoder().encodeToString(content));
        post(conversation, Map.of("senderStaffId", staffId, "text", "", "file", file));
        return Awaitility.await(words)
                .until(
                        () -> answers(conversation, before).stream()
                                .filter(said -> said.text().contains(words))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    /** Somebody looks at a conversation and has read it to its end. */
    public void read(String staffId, String conversation) {
        send("POST", "/sandbox/api/conversations/" + encoded(conversation) + "/reads", Map.of("staffId", staffId));
    }

    /** Moves the clock, as {@code P3D} or {@code PT5M}. */
    public void advance(Duration duration) {
        send("POST", "/sandbox/api/clock", Map.of("advance", duration.toString()));
    }

    public JsonNode faults(Map<String, ?> faults) {
        return send("POST", "/sandbox/api/faults", faults);
    }

    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** What a path answers, as it is. */
    public byte[] bytes(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(base + path.replace("@", "%40")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body().isBlank() ? JSON.missingNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** One message as the stand-in lists it. */
    public record Said(
            long seq,
            String msgId,
            String from,
            String msgtype,
            String title,
            String text,
            String channel,
            JsonNode raw) {
        static Said of(JsonNode node) {
            return new Said(
                    node.path("seq").asLong(),
                    node.path("msgId").asString(""),
                    node.path("from").asString(""),
                    node.path("msgtype").asString(""),
                    node.path("title").asString(""),
                    node.path("text").asString(""),
                    node.path("channel").asString(""),
                    node);
        }
    }
}
