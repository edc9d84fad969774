package ecobot.outbox;

import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.Content;
import ecobot.outbox.Outgoing.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes several messages of a text that is too long for one, before it is stored: each part is then sent, retried and told of like any other. It is cut
 * between paragraphs where it can be, else between lines, else between characters; every part repeats the heading and says which of how
 * many it is. Buttons stay with the last part, mentions with the first.
 */
final class Splitter {

    /** Bytes of UTF-8 as JSON writes them. The platform takes 15,000 with title and mark, so there is room for both. */
    static final int MAX_BYTES = 12_000;

    private static final List<Pattern> BORDERS = List.of(Pattern.compile("\n\n"), Pattern.compile("\n"));
    private static final int HEADING_BYTES = 600;

    private Splitter() {}

    /** The message itself when it is short enough; else its parts, the first under the message's own key. */
    static List<Outgoing> split(Outgoing message) {
        Content content = message.content();
        if (content instanceof Markdown markdown) {
            return split(message, markdown.title(), markdown.text());
        }
        return content instanceof Choice choice ? split(message, choice.title(), choice.text()) : List.of(message);
    }

    private static List<Outgoing> split(Outgoing message, String title, String text) {
        if (bytes(text) <= MAX_BYTES) {
            return List.of(message);
        }
        String heading = heading(text);
        List<String> parts = pack(text.substring(heading.length()).stripLeading(), MAX_BYTES - HEADING_BYTES);
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(part -> part(message, title, heading, parts, part))
                .toList();
    }

    private static Outgoing part(Outgoing message, String title, String heading, List<String> parts, int part) {
        String mark = " (" + part + "/" + parts.size() + ")";
        String text = (heading.isEmpty() ? mark.strip() : heading + mark) + "\n\n" + parts.get(part - 1);
        boolean last = part == parts.size();
        Content content = last && message.content() instanceof Choice choice
                ? new Choice(title + mark, text, choice.buttons())
                : new Markdown(title + mark, text);
        return new Outgoing(
                part == 1 ? message.key() : message.key() + "." + part,
                message.target(),
                content,
                part == 1 ? message.mentions() : List.of(),
                message.kind(),
                message.optional());
    }

    /** The first line, if it is one and short enough to be repeated. */
    private static String heading(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? "" : text.substring(0, end);
        return line.startsWith("#") && bytes(line) <= HEADING_BYTES / 2 ? line : "";
    }

    private static List<String> pack(String text, int maxBytes) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (Piece piece : pieces(text, 0, maxBytes)) {
            if (!part.isEmpty() && bytes(part) + bytes(piece.border()) + bytes(piece.text()) > maxBytes) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : piece.border()).append(piece.text());
        }
        parts.add(part.toString());
        return parts;
    }

    /** Cut at the first border that makes pieces small enough. */
    private static List<Piece> pieces(String text, int level, int maxBytes) {
        if (level == BORDERS.size()) {
            return characters(text, maxBytes);
        }
        String border = BORDERS.get(level).pattern();
        List<Piece> pieces = new ArrayList<>();
        for (String piece : BORDERS.get(level).split(text)) {
            if (bytes(piece) <= maxBytes) {
                pieces.add(new Piece(border, piece));
            } else {
                List<Piece> smaller = pieces(piece, level + 1, maxBytes);
                pieces.add(new Piece(border, smaller.get(0).text()));
                pieces.addAll(smaller.subList(1, smaller.size()));
            }
        }
        return pieces;
    }

    private static List<Piece> characters(String line, int maxBytes) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int size = 0;
        for (int codePoint : line.codePoints().toArray()) {
            int next = bytes(Character.toString(codePoint));
            if (size + next > maxBytes) {
                pieces.add(new Piece("", piece.toString()));
                piece.setLength(0);
                size = 0;
            }
            piece.appendCodePoint(codePoint);
            size += next;
        }
        pieces.add(new Piece("", piece.toString()));
        return pieces;
    }

    /** JSON doubles what it escapes. */
    private static int bytes(CharSequence text) {
        int escaped = (int) text.chars()
                .filter(c -> c == '\n' || c == '"' || c == '\\' || c == '\t')
                .count();
        return text.toString().getBytes(StandardCharsets.UTF_8).length + escaped;
    }

    /** @param border what stands before it, unless it begins a part */
    private record Piece(String border, String text) {}
}
