package ecobot.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A plain client of the stream protocol. */
final class RobotClient implements WebSocket.Listener, AutoCloseable {

    final List<JsonNode> frames = Collections.synchronizedList(new ArrayList<>());
    final List<JsonNode> system = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> end = new CompletableFuture<>();
    final List<String> pongs = new CopyOnWriteArrayList<>();

    /** Called with every message, on the thread that reads. */
    volatile java.util.function.Consumer<JsonNode> onMessage = message -> {};

    private final boolean acknowledging;
    private final StringBuilder partial = new StringBuilder();

    /** Set before the first frame is read: what is owed comes at once, and has to be acknowledged. */
    private volatile WebSocket socket;

    private RobotClient(boolean acknowledging) {
        this.acknowledging = acknowledging;
    }

    static RobotClient connect(StandIn standIn, String app) {
        return connect(standIn, app, true);
    }

    /** Connects without ever acknowledging anything. */
    static RobotClient connectMute(StandIn standIn, String app) {
        return connect(standIn, app, false);
    }

    private static RobotClient connect(StandIn standIn, String app, boolean acknowledging) {
        var open = open(standIn, app);
        var client = new RobotClient(acknowledging);
        var uri = URI.create(Json.text(open, "endpoint") + "?ticket=" + Json.text(open, "ticket"));
        var before = standIn.bean(Stream.class).of(app);
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, client).join();
        // The handshake is over a little before the stand-in knows the connection, and what is done to its connections
        // would miss this one.
        Awaitility.await("a connection of " + app)
                .until(() -> client.end.isDone()
                        || standIn.bean(Stream.class).of(app).stream().anyMatch(known -> !before.contains(known)));
        return client;
    }

    static JsonNode open(StandIn standIn, String app) {
        return standIn.post("/v1.0/gateway/connections/open", opening(app, app + "-secret"))
                .ok();
    }

    static String opening(String app, String secret) {
        return "{'clientId':'" + app + "','clientSecret':'" + secret
                + "','subscriptions':[{'type':'CALLBACK','topic':'/v1.0/im/bot/messages/get'}]}";
    }

    /** The messages that it got, the inner JSON of the frames. */
    List<JsonNode> messages() {
        synchronized (frames) {
            return frames.stream()
                    .map(frame -> Json.tree(Json.text(frame, "data")))
                    .toList();
        }
    }

    List<String> msgIds() {
        return messages().stream().map(message -> Json.text(message, "msgId")).toList();
    }

    void ack(JsonNode frame, int code) {
        var answer = Json.object().put("code", code).put("message", "OK").put("data", "{\"response\":null}");
        answer.putObject("headers")
                .put("messageId", Json.text(frame.path("headers"), "messageId"))
                .put("contentType", "application/json");
        socket.sendText(Json.text(answer), true).join();
    }

    void ping() {
        socket.sendPing(java.nio.ByteBuffer.wrap(new byte[] {1}));
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        socket = webSocket;
        webSocket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var frame = Json.tree(partial.toString());
            partial.setLength(0);
            if (Json.text(frame, "type").equals("SYSTEM")) {
                system.add(frame);
            } else {
                frames.add(frame);
                onMessage.accept(Json.tree(Json.text(frame, "data")));
                if (acknowledging) {
                    ack(frame, 200);
                }
            }
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, java.nio.ByteBuffer message) {
        pongs.add("pong");
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        end.complete("closed " + statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end.complete("broken");
    }

    /** Says goodbye and waits for the answer, so that nothing is pushed to this connection any more. */
    @Override
    public void close() {
        if (!end.isDone()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
            end.completeOnTimeout("no answer", 5, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        }
        socket.abort();
    }
}
