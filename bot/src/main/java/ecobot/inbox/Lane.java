package ecobot.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What has to be handled in order: the messages of one sender in one conversation. A hash, so that it fits an index. People
 * from outside have no id; those of one conversation who share a nickname share a lane, which costs nothing but time.
 */
final class Lane {

    private static final int BYTES = 16;

    private Lane() {}

    static String of(IncomingMessage message) {
        String sender = message.senderStaffId() == null ? "outside\n" + message.senderNick() : message.senderStaffId();
        return HexFormat.of().formatHex(sha256(message.conversationId() + "\n" + sender), 0, BYTES);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
