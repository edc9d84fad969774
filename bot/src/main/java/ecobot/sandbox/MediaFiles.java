package ecobot.sandbox;

import ecobot.sandbox.Entry.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures and files: bytes as files by hash, what they are in the journal. */
final class MediaFiles {

    private final Path folder;
    private final Journal journal;
    private final Clock clock;
    private final Map<String, Kept> byId = new ConcurrentHashMap<>();

    MediaFiles(Path folder, Journal journal, Clock clock) {
        this.folder = folder;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps bytes.
     *
     * @param name the file's name
     * @return the media id; the same bytes under the same name always have the same
     */
    String keep(byte[] bytes, String name) {
        var hash = hash(bytes);
        var id = mediaId(hash, name);
        if (!byId.containsKey(id)) {
            write(hash, bytes);
            var kept = new Kept(clock.instant(), id, HexFormat.of().formatHex(hash), contentType(bytes, name), name);
            journal.append(kept);
            add(kept);
        }
        return id;
    }

    /** Takes a file from the journal. */
    void add(Kept kept) {
        byId.put(kept.mediaId(), kept);
    }

    Optional<Kept> find(String mediaId) {
        return Optional.ofNullable(byId.get(mediaId));
    }

    byte[] bytes(Kept kept) {
        try {
            return Files.readAllBytes(folder.resolve(kept.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read media " + kept.hash(), e);
        }
    }

    private void write(byte[] hash, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(HexFormat.of().formatHex(hash));
            if (!Files.exists(file)) {
                var draft = Files.createTempFile(folder, "draft", "");
                Files.write(draft, bytes);
                Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep media", e);
        }
    }

    private static String mediaId(byte[] hash, String name) {
        var digest = sha256();
        digest.update(hash);
        digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var short128 = java.util.Arrays.copyOf(digest.digest(), 16);
        return "@lAD" + Base64.getUrlEncoder().withoutPadding().encodeToString(short128);
    }

    static String contentType(byte[] bytes, String name) {
        if (startsWith(bytes, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (startsWith(bytes, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (startsWith(bytes, 'B', 'M')) {
            return "image/bmp";
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] hash(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
