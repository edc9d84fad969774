package ecobot.push;

/** Told by the room with the pages when somebody opens the page that was made for him alone. */
public interface ReadByLink {

    /** Whoever is not to read that material does not count. Telling twice is telling once. */
    void opened(long materialId, long memberId);
}
