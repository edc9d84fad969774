package ecobot.chat;

import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.scheduler.Occurrence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that the bot says unasked, by schedule, to the groups that subscribe to it, and to single people in private. Lives in the room of its domain and is found as a
 * bean; its name is the task of its schedules and the word of its subscriptions. What people call it is in {@code templates/<room>/<name>-post.yml};
 * without that file the application does not start.
 */
public interface Post {

    /** For example {@code league-table}. */
    String name();

    /** Whether groups can subscribe to it; not what goes to the subscribers of another post. */
    default boolean forGroups() {
        return true;
    }

    /** Whether people may plan it and send it by hand; false for what the domain starts when its time has come. */
    default boolean planned() {
        return true;
    }

    /**
     * Whether a group may narrow its subscription to some units: what a group gets then goes by the units of the {@link Group} that the edition is
     * asked for, which may be fewer or other ones than those bound to it.
     */
    default boolean byUnit() {
        return false;
    }

    /** Whether it ranks or codes units: those who lead one of them are parties, and decide nothing about it. */
    default boolean ranksUnits() {
        return false;
    }

    /**
     * The kinds of issue that a group may narrow its subscription to, by English name; empty when the post does not go by them. What people call
     * each is in {@code templates/<room>/<name>-kinds.yml}. Which a group has chosen, {@link ecobot.roster.Roster#kindsChosen} tells.
     */
    default Set<String> kinds() {
        return Set.of();
    }

    /**
     * Makes the content of one occurrence, once, inside the transaction that stores the occurrence. Everything that the groups
     * get comes from the edition, so all of them see the same figures.
     */
    Edition compose(Occurrence occurrence);

    /** Whether it may be left out when the month's quota is short. */
    default boolean optional() {
        return false;
    }

    /** The key of a message to a group: the parts count from 1. */
    static String key(Occurrence occurrence, Group group, int part) {
        return key(occurrence, Long.toString(group.id()), part);
    }

    /** The key of a message to anybody; unique, however often it is made. */
    static String key(Occurrence occurrence, String receiver, int part) {
        return "post:" + occurrence.id() + ":" + receiver + ":" + part;
    }

    /** The frozen content of one occurrence. */
    interface Edition {
        /** The name of the post whose subscribers get it; null for those of the post itself. */
        default @Nullable String subscription() {
            return null;
        }

        /** The groups that get it, whatever they subscribe to; null for the subscribers. */
        default @Nullable List<Group> groups() {
            return null;
        }

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

    /**
     * Text from a template.
     *
     * @param card what a group sees instead where cards with buttons are switched on; null for the text in any case
     */
    record TextPart(String template, Object view, Reply.@Nullable CardFace card) implements Part {
        public TextPart(String template, Object view) {
            this(template, view, null);
        }
    }

    /** A picture by hash in {@code ecobot.media}. */
    record PicturePart(String hash) implements Part {}

    /** A file by hash in {@code ecobot.media}, of a kind that the platform takes; not for groups that have a custom robot only. */
    record FilePart(String hash, String fileName) implements Part {}
}
