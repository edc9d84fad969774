package ecobot.push;

import ecobot.roster.Group;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A push as somebody typed it.
 *
 * @param number of the material
 * @param groups that were named; empty for the subscribers
 * @param at when; null for now
 */
record Asked(long number, List<Group> groups, @Nullable Instant at) {
    Asked {
        groups = List.copyOf(groups);
    }
}
