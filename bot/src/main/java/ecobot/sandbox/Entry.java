package ecobot.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the journal: something that the stand-in received, sent or changed. Times are the application's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Entry.Linked.class, name = "linked"),
    @JsonSubTypes.Type(value = Entry.Unlinked.class, name = "unlinked"),
    @JsonSubTypes.Type(value = Entry.Pushed.class, name = "pushed"),
    @JsonSubTypes.Type(value = Entry.Acked.class, name = "acked"),
    @JsonSubTypes.Type(value = Entry.Called.class, name = "called"),
    @JsonSubTypes.Type(value = Entry.Kept.class, name = "kept"),
    @JsonSubTypes.Type(value = Entry.Recalled.class, name = "recalled"),
    @JsonSubTypes.Type(value = Entry.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Entry.Metered.class, name = "metered"),
    @JsonSubTypes.Type(value = Entry.ClockSet.class, name = "clock-set"),
    @JsonSubTypes.Type(value = Entry.CardSet.class, name = "card-set"),
    @JsonSubTypes.Type(value = Entry.FaultsSet.class, name = "faults-set")
})
sealed interface Entry {

    Instant at();

    /**
     * A message stands in a conversation.
     *
     * @param seq ascending over all conversations
     * @param from staffId of a person or code of a robot
     * @param channel {@code user}, {@code session}, {@code app-group}, {@code app-private} or {@code custom-robot}
     * @param raw JSON: of a person's message what the robot gets, otherwise the body of the call
     * @param delivery which robot gets it; null for none
     * @param processQueryKey key of an app robot's message; null for others
     */
    record Said(
            Instant at,
            long seq,
            String msgId,
            String conversation,
            String from,
            String msgtype,
            @Nullable String title,
            String text,
            List<String> mediaIds,
            List<String> atUserIds,
            String channel,
            String raw,
            @Nullable Delivery delivery,
            @Nullable String processQueryKey)
            implements Entry {}

    /** That a robot is owed a message. The session is where it may answer until it expires. */
    record Delivery(String client, String messageId, String session, Instant sessionExpiresAt) {}

    /** A client opened a connection. */
    record Linked(Instant at, String connection, String client) implements Entry {}

    /** A connection ended. */
    record Unlinked(Instant at, String connection, String client, String reason) implements Entry {}

    /** A frame was written to a connection, for the n-th time. */
    record Pushed(Instant at, String messageId, String client, String connection, int attempt) implements Entry {}

    /** A client answered a frame. */
    record Acked(Instant at, String messageId, String client, String connection, int code, boolean ignored)
            implements Entry {}

    /**
     * An HTTP call to the platform.
     *
     * @param body what was sent, when it was text of a sensible size; otherwise null
     * @param status what was answered; 0 when the connection was cut
     * @param fault the misbehaviour that struck; null for none
     */
    record Called(
            Instant at,
            String method,
            String path,
            @Nullable String body,
            int status,
            @Nullable String answer,
            @Nullable String fault,
            boolean processed)
            implements Entry {}

    /** A picture or file is kept. The bytes lie beside the journal under their hash. */
    record Kept(Instant at, String mediaId, String hash, String contentType, String name) implements Entry {}

    /** A robot took its message back. */
    record Recalled(Instant at, String processQueryKey) implements Entry {}

    /** A person has read a conversation up to this message. */
    record Read(Instant at, String conversation, String staffId, long seq) implements Entry {}

    /** A monthly counter stands at {@code used}. */
    record Metered(Instant at, String meter, String month, int used) implements Entry {}

    /** The application's clock was set; {@code offset} is the distance from the machine's. */
    record ClockSet(Instant at, Duration offset) implements Entry {}

    /** A card shows something else now; {@code params} is the JSON of all its variables. */
    record CardSet(Instant at, String outTrackId, String params) implements Entry {}

    /** The faults or switches were changed; {@code request} is the JSON that did it. */
    record FaultsSet(Instant at, String request) implements Entry {}
}
