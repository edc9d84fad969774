package ecobot.roster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people chose for groups in the chat. A change is written in the caller's transaction; after the commit this node goes by it at once, the
 * others within a few seconds. What a person ended is not brought back by the roster file.
 */
public interface GroupChoices {

    /** What the group subscribes to, as it stands in the database, by name of the post. */
    List<Subscription> of(long groupId);

    /** Subscribes the group, or changes what its subscription is narrowed to. */
    void subscribe(long groupId, Subscription subscription);

    /** Ends a subscription; does nothing when there is none. */
    void unsubscribe(long groupId, String post);

    /** The group where posts are tried; empty when none is marked. */
    Optional<Group> testGroup();

    /** Marks the one group where posts are tried; null for none. */
    void tryPostsIn(@Nullable Group group);

    /**
     * A group's wish for a post.
     *
     * @param unitIds the units that it is narrowed to, in ascending order; empty for all units of the group
     * @param kinds the kinds of issue that it is narrowed to, by English name in ascending order; empty for all kinds
     */
    record Subscription(String post, List<Long> unitIds, List<String> kinds) {
        public Subscription {
            unitIds = unitIds.stream().sorted().toList();
            kinds = kinds.stream().sorted().toList();
        }

        /** One that is not narrowed. */
        public Subscription(String post) {
            this(post, List.of(), List.of());
        }
    }
}
