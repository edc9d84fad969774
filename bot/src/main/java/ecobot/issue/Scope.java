package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Unit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose issues a person may see where he asks: in a group those of the group's units, since everybody there reads the answer; in private people
 * of the bureau see all, others those of their own unit.
 *
 * @param unitIds null for all units
 */
record Scope(@Nullable List<Long> unitIds) {

    private static final Set<Role> SEE_ALL = Set.of(Role.INSPECTOR, Role.ADMIN);

    static Scope of(CommandCall call) {
        var group = call.group();
        if (group != null && !group.unitIds().isEmpty()) {
            return new Scope(group.unitIds());
        }
        var unit = call.member().unit();
        if (seesAll(call.member())) {
            return new Scope(null);
        }
        return new Scope(unit == null ? List.of() : List.of(unit.id()));
    }

    boolean covers(long unitId) {
        return unitIds == null || unitIds.contains(unitId);
    }

    /** Whether the unit's name tells nothing new. */
    boolean isOneUnit() {
        return unitIds != null && unitIds.size() == 1;
    }

    boolean isAll() {
        return unitIds == null;
    }

    IssueFilter filter() {
        return new IssueFilter(unitIds, null, null);
    }

    private static boolean seesAll(Member member) {
        var unit = member.unit();
        return member.isAny(SEE_ALL) || (unit != null && unit.kind() == Unit.Kind.BUREAU);
    }
}
