package ecobot.library;

/**
 * A file that belongs to a material, such as the original of a document.
 *
 * @param hash of its content in {@code ecobot.media}
 * @param fileName what a reader sees
 */
public record Attachment(String hash, String fileName) {}
