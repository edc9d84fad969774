package ecobot.sandbox;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.apache.tomcat.websocket.WsRemoteEndpointImplBase;
import org.apache.tomcat.websocket.WsSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/** One WebSocket of a client. Writes on a thread of its own, so that a client that does not read holds nobody else up. */
final class Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    /** How long a half-open connection is kept before the platform gives it up. */
    private static final int SILENT_SECONDS = 60;

    private static final int OPENING_MILLIS = 100;

    private final WebSocketSession session;
    private final Apps.Ticket ticket;
    private final BiConsumer<Connection, String> closed;
    private final ExecutorService writer;
    private final AtomicInteger frames = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile boolean retired;

    /**
     * A connection that was opened with a ticket.
     *
     * @param closed told when the platform ends the connection itself, and why
     */
    Connection(WebSocketSession session, Apps.Ticket ticket, BiConsumer<Connection, String> closed) {
        this.session = session;
        this.ticket = ticket;
        this.closed = closed;
        this.writer = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "sandbox-push-" + ticket.app());
            thread.setDaemon(true);
            return thread;
        });
    }

    String id() {
        return session.getId();
    }

    String client() {
        return ticket.app().clientId();
    }

    /** Base address under which the client knows the platform. */
    String httpBase() {
        return ticket.httpBase();
    }

    /** Whether bot messages may be sent here. */
    boolean takesBotMessages() {
        return ticket.wantsBotMessages() && !retired && session.isOpen();
    }

    /** Whether presses of cards may be sent here. */
    boolean takesCards() {
        return ticket.wantsCards() && !retired && session.isOpen();
    }

    /** Whether events may be sent here. */
    boolean takesEvents() {
        return ticket.wantsEvents() && !retired && session.isOpen();
    }

    boolean isSilent() {
        return silent;
    }

    /** Counts a frame. */
    int nextFrame() {
        return frames.incrementAndGet();
    }

    /** Half a character, as a phone leaves where it cuts a line within an emoji, goes as a question mark: Tomcat would choke on it for good. */
    void send(String text) {
        var whole = new TextMessage(text.getBytes(StandardCharsets.UTF_8));
        write(() -> {
            if (!silent) {
                transmit(whole);
            }
        });
    }

    /** Nothing new is delivered here: the client was told to move. */
    void retire() {
        retired = true;
    }

    /**
     * Makes it half-open: nothing is sent any more, and nothing read. Tomcat answers pings on the thread that reads, so that
     * thread has to be held up: a last ping makes it come by with the pong.
     */
    void fallSilent() {
        write(() -> {
            silent = true;
            transmit(new PingMessage());
        });
    }

    /** Called on the thread that reads: stays until the connection ends when it is half-open. */
    void holdIfSilent() {
        if (!silent) {
            return;
        }
        try {
            if (!end.await(SILENT_SECONDS, TimeUnit.SECONDS)) {
                drop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Cuts the line without a closing frame, after what was sent before. A little later, since a line that Tomcat is still opening cannot be
     * cut.
     */
    void dropAfterSending() {
        retired = true;
        write(() -> CompletableFuture.delayedExecutor(OPENING_MILLIS, TimeUnit.MILLISECONDS)
                .execute(this::drop));
    }

    /** Cuts the line without a closing frame; what a half-open one was sent meanwhile is never answered. */
    void drop() {
        retired = true;
        try {
            if (session instanceof StandardWebSocketSession standard) {
                line(Objects.requireNonNull(standard.getNativeSession(WsSession.class)))
                        .close();
            }
            session.close();
        } catch (IOException | ReflectiveOperationException e) {
            log.debug("sandbox: cutting {}: {}", id(), e.toString());
        }
        end.countDown();
        closed.accept(this, "dropped");
    }

    /** Closes it in order. */
    void close() {
        end.countDown();
        write(() -> {
            try {
                session.close();
            } catch (IOException e) {
                log.debug("sandbox: closing {}: {}", id(), e.toString());
            }
        });
    }

    /** Called once the socket is gone. */
    void ended() {
        end.countDown();
        writer.shutdown();
    }

    // Tomcat has no public way to cut a WebSocket without saying goodbye first.
    private static WsRemoteEndpointImplBase line(WsSession session) throws ReflectiveOperationException {
        Field endpoint = WsSession.class.getDeclaredField("wsRemoteEndpoint");
        endpoint.setAccessible(true);
        return (WsRemoteEndpointImplBase) endpoint.get(session);
    }

    private void write(Runnable task) {
        try {
            writer.execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("sandbox: {} is gone", id());
        }
    }

    private void transmit(WebSocketMessage<?> message) {
        try {
            if (session.isOpen()) {
                session.sendMessage(message);
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("sandbox: writing to {}: {}", id(), e.toString());
        }
    }
}
