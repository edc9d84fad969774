package ecobot.chat;

import ecobot.chat.Post.Part;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.scheduler.Schedule;
import java.util.List;

/** A post as it would be if it were posted now. The real post is composed, and nothing of what that wrote is kept. */
public interface Rehearsals {

    /**
     * Composes the post of a schedule, on or off. Joins the caller's transaction, which has to be there.
     *
     * @throws IllegalStateException when the schedule starts no post
     */
    Rehearsal of(Schedule schedule);

    /**
     * Stores parts for a group, which leave after the caller's commit whatever the hour; the text says that it is a trial.
     *
     * @param key deterministic and unique to this trial
     */
    void tryIn(String key, Group group, List<Part> parts);

    /** What would be posted; only who would get something is in it. */
    record Rehearsal(List<ForGroup> groups, List<ForReader> readers) {
        public boolean isNothing() {
            return groups.isEmpty() && readers.isEmpty();
        }
    }

    /** What a group would get. */
    record ForGroup(Group group, List<Part> parts) {}

    /** What somebody would get in private. */
    record ForReader(Member reader, List<Part> parts) {}
}
