package ecobot.inbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message that somebody sent to the bot, as far as the bot understands it. The platform's own words stay in {@link #raw}.
 *
 * @param robotCode which robot it was sent to
 * @param msgId the platform's id; unique together with the robot, for robots mentioned together share it
 * @param conversationId the group's open conversation id, or the private conversation's id
 * @param group true for a group, false for a private chat
 * @param conversationTitle the group's title at that time; null in private
 * @param senderStaffId the sender's id in the organisation; null for people from outside and before the app is published
 * @param senderNick display name; for wording only, never an identity
 * @param sentAt when the platform says it was sent
 * @param text the words, without the mention of the bot, stripped; empty when there are none
 * @param photos download codes of the pictures in it, in order
 * @param files files in it (private chat only)
 * @param quoted the message that it answers; null when it answers none
 * @param mentionedStaffIds other people mentioned
 * @param session where an answer may be posted without an API call; null when the platform named none
 * @param fromAdmin whether the sender is an administrator of the organisation
 * @param raw the JSON as received, with the session's URL taken out
 */
public record IncomingMessage(
        String robotCode,
        String msgId,
        String conversationId,
        boolean group,
        @Nullable String conversationTitle,
        @Nullable String senderStaffId,
        String senderNick,
        Instant sentAt,
        String text,
        List<String> photos,
        List<SentFile> files,
        @Nullable Quoted quoted,
        List<String> mentionedStaffIds,
        @Nullable Session session,
        boolean fromAdmin,
        String raw) {

    /** A file that was sent. The name is the sender's word and is never trusted. */
    public record SentFile(String downloadCode, String fileName) {}

    /**
     * The message that was quoted; the platform does not document this part, so each piece may be missing.
     *
     * @param msgId the platform's id of the quoted message; may be null
     * @param text its words, empty when unknown
     * @param photos download codes of its pictures
     */
    public record Quoted(@Nullable String msgId, String text, List<String> photos) {}

    /**
     * A reply address that lives for a while. The URL is a secret.
     *
     * @param expiresAt as the platform says; not a constant
     */
    public record Session(URI url, Instant expiresAt) {
        @Override
        public String toString() {
            return "Session[expiresAt=" + expiresAt + "]";
        }
    }
}
