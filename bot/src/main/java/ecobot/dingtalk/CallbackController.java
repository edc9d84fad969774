package ecobot.dingtalk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way in over HTTP, for those who cannot use the stream: {@code POST /dingtalk/callback}. Says nothing to the sender; the answer to the
 * message leaves like every other.
 */
@RestController
@ConditionalOnProperty(name = "ecobot.dingtalk.intake", havingValue = "callback")
class CallbackController {

    private static final Logger log = LoggerFactory.getLogger(CallbackController.class);
    private static final String NOTHING_TO_SAY = "{\"msgtype\":\"empty\"}";
    private static final int MAX_BYTES = 256 * 1024;
    /** The platform waits 2.5 s. */
    private static final long WITHIN_MILLIS = 2300;

    private final CallbackSignature signature;
    private final SeenCallbacks seen;
    private final MessageIntake intake;

    CallbackController(CallbackSignature signature, SeenCallbacks seen, MessageIntake intake) {
        this.signature = signature;
        this.seen = seen;
        this.intake = intake;
    }

    /** Takes a message in. Nothing of the body is read before the sender is known. */
    @PostMapping("/dingtalk/callback")
    CompletableFuture<ResponseEntity<String>> receive(HttpServletRequest request) throws IOException {
        String timestamp = request.getHeader("timestamp");
        String sign = request.getHeader("sign");
        if (!signature.isGood(timestamp, sign)) {
            return CompletableFuture.completedFuture(status(HttpStatus.FORBIDDEN));
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            return CompletableFuture.completedFuture(status(HttpStatus.CONTENT_TOO_LARGE));
        }
        return take(body, SeenCallbacks.key(timestamp, sign, body));
    }

    private CompletableFuture<ResponseEntity<String>> take(byte[] body, String key) {
        if (seen.contains(key)) {
            return CompletableFuture.completedFuture(accepted());
        }
        try {
            return intake.take(new String(body, StandardCharsets.UTF_8), null)
                    .thenRun(() -> seen.add(key))
                    .thenApply(stored -> accepted())
                    .completeOnTimeout(status(HttpStatus.SERVICE_UNAVAILABLE), WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                    .exceptionally(CallbackController::notStored);
        } catch (Json.NotJson e) {
            return CompletableFuture.completedFuture(status(HttpStatus.BAD_REQUEST));
        }
    }

    private static ResponseEntity<String> notStored(Throwable problem) {
        log.warn("callback not stored: {}", problem.getClass().getSimpleName());
        return status(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static ResponseEntity<String> accepted() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(NOTHING_TO_SAY);
    }

    private static ResponseEntity<String> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
