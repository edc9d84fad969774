package ecobot.chat;

/** Tells people something that nobody asked for, outside of an answer and without a subscription. */
public interface Announcements {

    /**
     * Renders the note and stores it in the caller's transaction; it leaves after the commit.
     *
     * @param key deterministic and unique: of two notes with one key the second is not stored
     * @return false when there was one with this key before
     */
    boolean tell(String key, Reply.Note note);
}
