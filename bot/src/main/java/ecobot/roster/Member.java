package ecobot.roster;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person with a DingTalk account in the organisation.
 *
 * @param staffId the platform's userId
 * @param unit the unit that the person belongs to; null when unknown
 * @param roles never empty: every member is a {@link Role#REPORTER}
 */
public record Member(
        long id, String staffId, String name, @Nullable Unit unit, Set<Role> roles) {

    public Member {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person leads the bureau, which ranks; a manager of a unit that may be ranked is a party, and so is one of a department. */
    public boolean isManagerOfBureau() {
        return is(Role.MANAGER) && (unit == null || unit.kind() == Unit.Kind.BUREAU);
    }

    /** Whether the person has at least one of the roles. */
    public boolean isAny(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }
}
