package ecobot.issue;

import ecobot.media.Media;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos that have already arrived: download codes that the media store knows. */
final class HeldPhotos {

    private final JdbcClient sql;
    private final Media media;

    HeldPhotos(JdbcClient sql, Media media) {
        this.sql = sql;
        this.media = media;
    }

    /** The download code of a new photo. */
    String code(Instant now) {
        var code = UUID.randomUUID().toString();
        var hash = media.keep(code.getBytes(StandardCharsets.UTF_8), "image/jpeg");
        sql.sql("""
                insert into media_fetch (robot_code, code_hash, state, not_before, hash, wanted_at, ended_at)
                values ('demo', ?, 'HELD', ?, ?, ?, ?)
                """).params(sha256(code), now, hash, now, now).update();
        return code;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
