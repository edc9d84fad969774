package ecobot.dingtalk;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket to the gateway: puts frames together, answers the gateway's housekeeping, hands on the rest, and writes each ACK when its
 * content is durable. It does not wait for that before it reads on; only when too much waits does it stop reading.
 */
final class StreamLink implements WebSocket.Listener {

    /** Largest frame that is read, in characters; the official client's limit too. */
    static final int MAX_FRAME = 256 * 1024;

    private static final Logger log = LoggerFactory.getLogger(StreamLink.class);

    private final FrameReceiver receiver;
    private final StreamFigures figures;
    private final WaitingFrames waiting;
    private final LifeSigns life;
    private final StringBuilder frame = new StringBuilder();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private boolean tooLarge;
    private @Nullable WebSocket socket;
    private @Nullable SendQueue answers;

    /** Why a link is of no more use. */
    enum Ending {
        /** Closed or broken. */
        DROPPED,
        /** Gave no sign of life. */
        SILENT,
        /** The gateway asked to come back over a new one; this one still works. */
        MOVE
    }

    StreamLink(FrameReceiver receiver, StreamFigures figures, DingTalkSettings.Stream settings, LongSupplier nanos) {
        this.receiver = receiver;
        this.figures = figures;
        waiting = new WaitingFrames(settings.maxWaitingFrames(), settings.maxWaitingChars());
        life = new LifeSigns(settings, nanos);
    }

    /** Completes, once, when another link is needed. */
    CompletableFuture<Ending> ending() {
        return ending;
    }

    /** Whether the gateway said anything since the link came up. */
    boolean wasUseful() {
        return life.heardAnything();
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        answers = new SendQueue(opened, figures.acksLost());
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        life.heardFrame();
        collect(part);
        if (last) {
            take();
        }
        readOn(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        life.heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        life.heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        life.heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ending.complete(Ending.DROPPED);
        life.end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        log.debug("stream link broke: {}", problem.getClass().getSimpleName());
        ending.complete(Ending.DROPPED);
        life.end();
    }

    private void collect(CharSequence part) {
        if (tooLarge || frame.length() + part.length() > MAX_FRAME) {
            tooLarge = true;
            frame.setLength(0);
            return;
        }
        frame.append(part);
    }

    private void take() {
        String text = frame.toString();
        boolean skip = tooLarge;
        frame.setLength(0);
        tooLarge = false;
        figures.frameArrived();
        if (skip) {
            figures.badFrame();
            log.warn("dropped a frame of more than {} characters; it cannot be answered", MAX_FRAME);
            return;
        }
        try {
            dispatch(Frame.parse(text), text.length());
        } catch (Json.NotJson e) {
            figures.badFrame();
            answer(Ack.badFrame(null));
        }
    }

    private void dispatch(Frame arrived, int length) {
        if (arrived.is(Frame.Type.SYSTEM, Frame.PING)) {
            answer(Ack.pong(arrived));
        } else if (arrived.is(Frame.Type.SYSTEM, Frame.DISCONNECT)) {
            ending.complete(Ending.MOVE);
        } else if (arrived.type() != Frame.Type.SYSTEM) {
            handOn(arrived, length);
        }
    }

    private void handOn(Frame arrived, int length) {
        waiting.enter(length);
        received(arrived).whenComplete((ack, problem) -> {
            answer(problem == null ? ack : Ack.failed(arrived));
            waiting.leave(length);
            readOnIfPaused();
        });
    }

    private CompletableFuture<Ack> received(Frame arrived) {
        try {
            return receiver.receive(arrived);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answer(Ack ack) {
        SendQueue queue = answers;
        if (queue != null) {
            queue.offer(ack.json());
        }
    }

    private void readOn(WebSocket from) {
        if (!waiting.isFull()) {
            from.request(1);
            return;
        }
        paused.set(true);
        if (!waiting.isFull()) {
            readOnIfPaused();
        }
    }

    private void readOnIfPaused() {
        WebSocket open = socket;
        if (open != null && !waiting.isFull() && paused.compareAndSet(true, false)) {
            life.heard();
            open.request(1);
        }
    }

    /** To be called about every second: asks for a sign of life, and gives the link up when none comes. */
    void check() {
        WebSocket open = socket;
        if (open == null || paused.get()) {
            return;
        }
        switch (life.check()) {
            case ASK ->
                open.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, problem) -> {
                    if (problem != null) {
                        giveUp(Ending.DROPPED);
                    }
                });
            case DEAD -> giveUp(Ending.SILENT);
            case FINE -> {}
        }
    }

    private void giveUp(Ending why) {
        ending.complete(why);
        abort();
    }

    /** Whether everything that came was answered and nothing has come for a while, or the link is gone anyway. */
    boolean isDrained() {
        return life.hasEnded() || (isAnswered() && life.isQuiet());
    }

    /** Whether everything that came was answered. */
    boolean isAnswered() {
        SendQueue queue = answers;
        return waiting.isEmpty() && (queue == null || queue.isIdle());
    }

    /** Says goodbye. */
    void close() {
        WebSocket open = socket;
        if (open != null && !open.isOutputClosed()) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, problem) -> abort());
        }
    }

    /** Cuts the link. */
    void abort() {
        life.end();
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
