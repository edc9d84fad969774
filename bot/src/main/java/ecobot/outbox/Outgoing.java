package ecobot.outbox;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to be sent.
 *
 * @param key deterministic and unique: a second message of the same key is not stored. The parts of one post to one group differ only after the
 *     last colon: they count as one post. At most 180 characters
 * @param target whom it is for
 * @param content what it says
 * @param mentions staff ids to mention, where the channel can; empty for none
 * @param kind decides what happens when the outcome of an attempt is unknown, and what gives way when quota is short
 * @param optional whether it may be left out when the month's quota is short
 */
public record Outgoing(String key, Target target, Content content, List<String> mentions, Kind kind, boolean optional) {

    /** A message that is not optional. */
    public Outgoing(String key, Target target, Content content, List<String> mentions, Kind kind) {
        this(key, target, content, mentions, kind, false);
    }

    /** Why it is sent. */
    public enum Kind {
        /** Answer to somebody. */
        REPLY,
        /** Something that somebody has to know because another one acted. */
        NOTICE,
        /** What a schedule sends to a group or a person. The only kind that quiet hours and the limit per group and day keep waiting. */
        POST
    }

    /** Whom a message is for. */
    public sealed interface Target {
        /** Messages of one lane leave in the order in which they were stored. */
        String lane();
    }

    /**
     * A group.
     *
     * @param session where an answer may be posted while it lives; null when there is none
     */
    public record GroupTarget(
            String conversationId, @Nullable Session session) implements Target {
        @Override
        public String lane() {
            return conversationId;
        }
    }

    /** One person, in private. */
    public record PersonTarget(String staffId, @Nullable Session session) implements Target {
        @Override
        public String lane() {
            return "private:" + staffId;
        }
    }

    /**
     * Something that stands beside the chat and is brought up to date in place. What is sent for one and the same leaves in order, whatever becomes
     * of the messages around it. It is an extra: when the organisation lacks the permission, people have the messages, and nobody is alarmed.
     *
     * @param id stays the same for as long as it stands, at most 90 characters
     */
    public record StandingTarget(String id) implements Target {
        @Override
        public String lane() {
            return "standing:" + id;
        }
    }

    /** A reply address that lives for a while. The URL is a secret. */
    public record Session(URI url, Instant expiresAt) {
        @Override
        public String toString() {
            return "Session[expiresAt=" + expiresAt + "]";
        }
    }

    /** What a message says. Text is Chinese, sizes are the platform's business. */
    public sealed interface Content {}

    /**
     * DingTalk Markdown.
     *
     * @param title what the notification and the conversation list show; plain text
     */
    public record Markdown(String title, String text) implements Content {}

    /**
     * Markdown with buttons. Each button sends its words as if the person had typed them; a channel that has no buttons shows the text, which
     * therefore lists the choices too.
     */
    public record Choice(String title, String text, List<Button> buttons) implements Content {}

    /** Notices that came in a burst and go out as one message. Made by the outbox itself. */
    public record Digest(List<Markdown> notices) implements Content {}

    /**
     * Something that one person has to do by a time, for a {@link StandingTarget}. Sent again, it is changed.
     *
     * @param subject plain text
     * @param done whether nothing is left to do for this person
     */
    public record Todo(String staffId, String subject, Instant dueAt, boolean done) implements Content {}

    /**
     * A card with up to three buttons that calls back, put into a group or, sent for a {@link StandingTarget}, brought up to date where it is. Whoever
     * presses a button says its words in private, as that person.
     *
     * @param trackId stays the same for as long as the card stands, at most 90 characters
     * @param version grows with every change, so that an older state never replaces a newer one
     * @param text Markdown, at most some 1,000 bytes
     * @param plain what is sent instead where cards cannot be
     */
    public record Card(String trackId, long version, String title, String text, List<Button> buttons, Markdown plain)
            implements Content {}

    /**
     * A DING: rings on the phones of these people until they look, for a {@link StandingTarget} of its own. Never repeated on a doubt.
     *
     * @param text plain
     */
    public record Ding(List<String> staffIds, String text) implements Content {}

    /**
     * An entry in one person's calendar, for a {@link StandingTarget}. Sent again, it is changed, or taken out.
     *
     * @param subject plain text, as {@code place}, which is empty when unknown
     * @param day Asia/Shanghai
     * @param from when it begins; null for all day
     * @param minutes how long it takes
     * @param gone whether it has to go
     */
    public record Event(
            String staffId,
            String subject,
            String place,
            LocalDate day,
            @Nullable LocalTime from,
            int minutes,
            boolean gone)
            implements Content {}

    /** A button: what it shows, and what it makes the person say. */
    public record Button(String label, String says) {}

    /** A picture by hash in {@code ecobot.media}. */
    public record Picture(String hash) implements Content {}

    /** A file by hash in {@code ecobot.media}; the platform takes xlsx, pdf, zip, rar, doc, docx. */
    public record File(String hash, String fileName) implements Content {}
}
