package ecobot.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which open issues are meant.
 *
 * @param unitIds only these units; null for all. Empty means none
 * @param dueFrom only those that fall due then or later; null for any
 * @param dueBefore only those that fall due before; null for any
 */
public record IssueFilter(
        @Nullable List<Long> unitIds,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore) {

    public IssueFilter {
        unitIds = unitIds == null ? null : List.copyOf(unitIds);
    }

    /** All open issues of all units. */
    public static IssueFilter everything() {
        return new IssueFilter(null, null, null);
    }

    public static IssueFilter ofUnits(List<Long> unitIds) {
        return new IssueFilter(unitIds, null, null);
    }

    public IssueFilter dueFrom(Instant from) {
        return new IssueFilter(unitIds, from, dueBefore);
    }

    public IssueFilter dueBefore(Instant before) {
        return new IssueFilter(unitIds, dueFrom, before);
    }

    /** Whether nothing can match. */
    boolean isVain() {
        return unitIds != null && unitIds.isEmpty();
    }
}
