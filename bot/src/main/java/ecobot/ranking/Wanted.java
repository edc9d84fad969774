package ecobot.ranking;

import ecobot.issue.Issue;
import ecobot.roster.Unit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question about tables names.
 *
 * @param period null when none was named
 * @param kind the only kind of issues that counts; null for all
 * @param group the only units that are wanted; null for all
 * @param words those that named all this, as typed; empty when there were none
 * @param rest what else was typed
 */
record Wanted(
        @Nullable Period period,
        Issue.@Nullable Kind kind,
        @Nullable Group group,
        String words,
        String rest) {

    /**
     * Units that are compared with each other.
     *
     * @param name as it was typed, or as the rules write it
     */
    record Group(String name, Set<Unit.Kind> kinds) {
        Group {
            kinds = Set.copyOf(kinds);
        }
    }

    boolean isForAUnit() {
        return !rest.isEmpty();
    }
}
