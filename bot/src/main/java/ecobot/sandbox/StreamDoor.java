package ecobot.sandbox;

import ecobot.TryIt;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code GET /connect?ticket=…}: where clients open their WebSocket. */
@TryIt
@EnableWebSocket
@Configuration(proxyBeanMethods = false)
class StreamDoor implements WebSocketConfigurer {

    private static final String TICKET = "ticket";
    private static final int MAX_BYTES = 1 << 20;

    private final Apps apps;
    private final Stream stream;

    StreamDoor(Apps apps, Stream stream) {
        this.apps = apps;
        this.stream = stream;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new Handler(), "/connect")
                .addInterceptors(new TicketCheck())
                .setAllowedOriginPatterns("*");
    }

    private final class TicketCheck implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            var ticket = UriComponentsBuilder.fromUri(request.getURI())
                    .build()
                    .getQueryParams()
                    .getFirst(TICKET);
            var found = apps.redeem(ticket == null ? "" : ticket);
            found.ifPresentOrElse(
                    valid -> attributes.put(TICKET, valid), () -> response.setStatusCode(HttpStatus.UNAUTHORIZED));
            return found.isPresent();
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @org.jspecify.annotations.Nullable Exception failure) {
            // Nothing to do: the connection begins when the handler says so.
        }
    }

    private final class Handler extends TextWebSocketHandler {
        private static final String CONNECTION = "connection";

        @Override
        public void afterConnectionEstablished(WebSocketSession session) {
            session.setTextMessageSizeLimit(MAX_BYTES);
            var connection = new Connection(session, attribute(session, TICKET, Apps.Ticket.class), stream::closed);
            session.getAttributes().put(CONNECTION, connection);
            stream.opened(connection);
        }

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) {
            var connection = connection(session);
            connection.holdIfSilent();
            try {
                var answer = Json.object(message.asBytes());
                stream.acknowledged(
                        connection,
                        Json.text(answer.path("headers"), "messageId"),
                        answer.path("code").asInt(0));
            } catch (Json.NotAnObject e) {
                connection.close();
            }
        }

        @Override
        protected void handlePongMessage(WebSocketSession session, PongMessage message) {
            connection(session).holdIfSilent();
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
            if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
                stream.closed(connection, String.valueOf(status.getCode()));
            }
        }

        private static Connection connection(WebSocketSession session) {
            return attribute(session, CONNECTION, Connection.class);
        }

        private static <T> T attribute(WebSocketSession session, String name, Class<T> type) {
            return type.cast(Objects.requireNonNull(session.getAttributes().get(name)));
        }
    }
}
