package ecobot.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Writes every call to the platform into the journal, and lets it go wrong when a fault says so. */
final class CallLog extends OncePerRequestFilter {

    private static final int MAX_LOGGED = 64 * 1024;

    private final Journal journal;
    private final Clock clock;
    private final Faults faults;

    CallLog(Journal journal, Clock clock, Faults faults) {
        this.journal = journal;
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var at = clock.instant();
        var fault = faults.strike(request.getRequestURI()).orElse(null);
        var asked = new ContentCachingRequestWrapper(request, MAX_LOGGED);
        var answered = new ContentCachingResponseWrapper(response);
        var processed = fault == null || fault.processed() || fault.kind() == HttpFault.Kind.DELAY;
        if (processed) {
            chain.doFilter(asked, answered);
        }
        if (fault != null) {
            spoil(fault, request, answered);
        }
        var cut = Scissors.isCut(request);
        journal.append(new Entry.Called(
                at,
                request.getMethod(),
                request.getRequestURI(),
                text(request.getContentType(), asked.getContentAsByteArray()),
                cut ? 0 : answered.getStatus(),
                cut ? null : text(answered.getContentType(), answered.getContentAsByteArray()),
                fault == null ? null : fault.kind().name(),
                processed));
        if (!cut) {
            answered.copyBodyToResponse();
        }
    }

    private static void spoil(HttpFault fault, HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException {
        pause(fault.delayMillis());
        switch (fault.kind()) {
            case DELAY -> {}
            case RESET -> Scissors.cut(request);
            case STATUS -> say(answer, fault.status(), "application/json", serverError());
            case THROTTLE -> throttle(request.getRequestURI(), answer);
            case HTML -> say(answer, 200, "text/html;charset=utf-8", "<html><body>punish: deny, wait: 5</body></html>");
        }
    }

    private static void throttle(String path, ContentCachingResponseWrapper answer) throws IOException {
        if (path.startsWith("/v1.0/")) {
            var body = Json.object()
                    .put("code", "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi")
                    .put("requestid", Frames.newId())
                    .put("message", "throttled");
            say(answer, 403, "application/json", Json.text(body));
        } else {
            var errcode = path.startsWith("/robot/") ? 410100 : 90018;
            var body = Json.object().put("errcode", errcode).put("errmsg", "throttled");
            say(answer, 200, "application/json", Json.text(body));
        }
    }

    private static void say(ContentCachingResponseWrapper answer, int status, String type, String body)
            throws IOException {
        answer.resetBuffer();
        answer.setStatus(status);
        answer.setContentType(type);
        answer.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String serverError() {
        return Json.text(Json.object()
                .put("code", "system.error")
                .put("requestid", Frames.newId())
                .put("message", "system error"));
    }

    private static void pause(int millis) {
        var end = System.nanoTime() + millis * 1_000_000L;
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static @Nullable String text(@Nullable String contentType, byte[] bytes) {
        var readable = contentType != null && (contentType.contains("json") || contentType.startsWith("text/"));
        return readable && bytes.length > 0 && bytes.length <= MAX_LOGGED
                ? new String(bytes, StandardCharsets.UTF_8)
                : null;
    }
}
