package ecobot.roster;

import java.time.Instant;

/**
 * Who is in a group, as far as can be known: the platform tells no app, so whoever spoke to the bot there within sixty days counts
 * as being in it.
 */
public interface Presence {

    /** Notes that a member was heard in a group, in the caller's transaction if there is one. */
    void heard(Group group, Member member, Instant at);

    /** Whether a member was heard in a group lately. */
    boolean isIn(Group group, Member member, Instant at);
}
