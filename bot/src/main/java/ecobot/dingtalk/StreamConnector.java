package ecobot.dingtalk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens one link: asks for an address and a ticket, then connects. Names neither of them anywhere else: the ticket is a secret. */
@Component
class StreamConnector {

    private static final int MAX_ANSWER = 64 * 1024;

    private final PlainHttp http;
    private final DingTalkAccess access;
    private final DingTalkSettings settings;
    private final FrameReceiver receiver;
    private final StreamFigures figures;
    private final Tokens tokens;
    private volatile boolean credentialsProven;

    StreamConnector(
            PlainHttp http,
            DingTalkAccess access,
            DingTalkSettings settings,
            FrameReceiver receiver,
            StreamFigures figures,
            Tokens tokens) {
        this.http = http;
        this.access = access;
        this.settings = settings;
        this.receiver = receiver;
        this.figures = figures;
        this.tokens = tokens;
    }

    /**
     * Opens a link.
     *
     * @throws StreamRefused when the platform says no
     * @throws IOException when nobody answers, or not in time, or nonsense
     */
    StreamLink open() throws StreamRefused, IOException {
        proveCredentials();
        URI address = address(askForTicket());
        StreamLink link = new StreamLink(receiver, figures, settings.stream(), System::nanoTime);
        CompletableFuture<WebSocket> opening = http.client()
                .newWebSocketBuilder()
                .connectTimeout(settings.connectTimeout())
                .buildAsync(address, link);
        try {
            opening.get(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return link;
        } catch (TimeoutException e) {
            throw givenUp(opening, link, "handshake-timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(opening, link, "interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WebSocketHandshakeException refused
                    ? new IOException("handshake-" + refused.getResponse().statusCode())
                    : new IOException("handshake-failed");
        }
    }

    /** A token tells wrong credentials apart from everything else that may be wrong; once it did, it need not again. */
    private void proveCredentials() throws StreamRefused {
        if (credentialsProven) {
            return;
        }
        try {
            tokens.token(Deadline.in(settings.callTimeout().multipliedBy(2)));
            credentialsProven = true;
        } catch (CallFailed e) {
            if (e.fault().reason().equals(Faults.CREDENTIALS_REFUSED)) {
                throw new StreamRefused("invalidClientIdOrSecret");
            }
        }
    }

    private static IOException givenUp(CompletableFuture<WebSocket> opening, StreamLink link, String reason) {
        opening.cancel(true);
        opening.whenComplete((socket, problem) -> link.abort());
        link.abort();
        return new InterruptedIOException(reason);
    }

    private ObjectNode askForTicket() throws StreamRefused, IOException {
        HttpRequest request = HttpRequest.newBuilder(access.apiBase().resolve("/v1.0/gateway/connections/open"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(subscription()))
                .build();
        HttpResponse<byte[]> answer = http.exchange(request, MAX_ANSWER, settings.callTimeout());
        int status = answer.statusCode();
        if (status >= 400 && status < 500 && !isPassing(answer)) {
            throw new StreamRefused(Faults.codeIn(answer.body(), "http-" + status));
        }
        if (status != 200) {
            throw new IOException("http-" + status);
        }
        try {
            return Json.object(answer.body());
        } catch (Json.NotJson e) {
            throw new IOException("unreadable-answer", e);
        }
    }

    /** Whether the no is one of the moment and says nothing against us: too fast, busy, a ban. */
    private static boolean isPassing(HttpResponse<byte[]> answer) {
        Fault fault = Faults.ofError(answer.body(), answer.statusCode());
        return switch (fault.remedy()) {
            case RETRY, GOES_ON, FRUITLESS, BANNED, PUNISHED -> true;
            case LATER -> !fault.reason().equals(Faults.CREDENTIALS_REFUSED);
            case REFUSED, TARGET_GONE, UNKNOWN, NEW_TOKEN, USE_API, QUOTA -> false;
        };
    }

    private String subscription() {
        ObjectNode body = Json.newObject()
                .put("clientId", access.clientId())
                .put("clientSecret", access.clientSecret())
                .put("ua", "ecobot/0.1");
        ArrayNode subscriptions = body.putArray("subscriptions");
        subscriptions.addObject().put("type", "CALLBACK").put("topic", Frame.BOT_MESSAGE);
        if (settings.card().enabled()) {
            subscriptions.addObject().put("type", "CALLBACK").put("topic", Frame.CARD_PRESS);
        }
        if (settings.readEvents()) {
            subscriptions.addObject().put("type", "EVENT").put("topic", Frame.ALL_EVENTS);
        }
        return body.toString();
    }

    private static URI address(ObjectNode answer) throws IOException {
        String endpoint = Json.text(answer, "endpoint", "");
        String ticket = Json.text(answer, "ticket", "");
        try {
            URI uri = URI.create(endpoint);
            boolean secure = "wss".equals(uri.getScheme()) && uri.getHost() != null;
            boolean local = "ws".equals(uri.getScheme()) && Loopback.is(uri);
            if ((secure || local) && !ticket.isEmpty()) {
                return URI.create(endpoint + "?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("unusable-endpoint", e);
        }
        throw new IOException("unusable-endpoint");
    }
}
