package ecobot.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** News for whoever looks at the chat: server-sent events, written on one thread so that a slow reader holds up nobody who speaks. */
final class Events implements AutoCloseable {

    private final List<SseEmitter> readers = new CopyOnWriteArrayList<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "sandbox-events");
        thread.setDaemon(true);
        return thread;
    });

    SseEmitter subscribe() {
        var reader = new SseEmitter(0L);
        reader.onCompletion(() -> readers.remove(reader));
        reader.onError(error -> readers.remove(reader));
        readers.add(reader);
        writer.execute(() -> send(reader, SseEmitter.event().comment("hello")));
        return reader;
    }

    /** Tells everybody. */
    void tell(String name, Object data) {
        if (!readers.isEmpty()) {
            writer.execute(() -> {
                var text = Json.text(data);
                readers.forEach(
                        reader -> send(reader, SseEmitter.event().name(name).data(text, MediaType.APPLICATION_JSON)));
            });
        }
    }

    /** Writes a comment, so that readers who went away are noticed. */
    void beat() {
        writer.execute(
                () -> readers.forEach(reader -> send(reader, SseEmitter.event().comment("beat"))));
    }

    private void send(SseEmitter reader, SseEmitter.SseEventBuilder event) {
        try {
            reader.send(event);
        } catch (IOException | IllegalStateException e) {
            readers.remove(reader);
        }
    }

    @Override
    public void close() {
        readers.forEach(SseEmitter::complete);
        writer.shutdown();
    }
}
