package ecobot.sandbox;

import ecobot.TryIt;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the platform words its refusals. */
@TryIt
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
        name = "sandboxRefusals",
        assignableTypes = {
            GatewayApi.class,
            RobotApi.class,
            WebhookApi.class,
            LegacyApi.class,
            TodoApi.class,
            CalendarApi.class,
            CardApi.class,
            DingApi.class
        })
class Refusals {

    @ExceptionHandler
    ResponseEntity<byte[]> refused(PlatformError error) {
        var body = Json.object()
                .put("code", error.code())
                .put("requestid", UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT))
                .put("message", error.code());
        return Answers.json(error.status(), body);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(LegacyError error) {
        var body = Json.object().put("errcode", error.errcode()).put("errmsg", error.getMessage());
        return Answers.json(200, body);
    }
}
