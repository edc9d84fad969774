package ecobot.sandbox;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The platform's answers: JSON whatever the caller accepts. */
final class Answers {

    private Answers() {}

    static ResponseEntity<byte[]> ok(Object body) {
        return json(200, body);
    }

    static ResponseEntity<byte[]> json(int status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.MAPPER.writeValueAsBytes(body));
    }
}
