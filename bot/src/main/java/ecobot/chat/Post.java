package ecobot.chat;

import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.scheduler.Occurrence;
import java.util.List;

/**
 * Something that the bot says unasked, by schedule, to the groups that subscribe to it, and to single people in private. Lives in the room of its domain and is found as a
 * bean; its name is the task of its schedules and the word of its subscriptions.
 */
public interface Post {

    /** For example {@code league-table}. */
    String name();

    /**
     * Makes the content of one occurrence, once, inside the transaction that stores the occurrence. Everything that the groups
     * get comes from the edition, so all of them see the same figures.
     */
    Edition compose(Occurrence occurrence);

    /** The frozen content of one occurrence. */
    interface Edition {
        /** What a group gets, in order; empty for nothing. */
        List<Part> partsFor(Group group);

        /** Who gets something in private. */
        default List<Member> readers() {
            return List.of();
        }

        /** What one of the {@link #readers} gets, in order; empty for nothing. */
        default List<Part> partsFor(Member reader) {
            return List.of();
        }
    }

    /** One message of an edition. */
    sealed interface Part {}

    /** Text from a template. */
    record TextPart(String template, Object view) implements Part {}

    /** A picture by hash in {@code ecobot.media}. */
    record PicturePart(String hash) implements Part {}
}
