package ecobot.chat;

import ecobot.roster.Role;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the roles are called: {@code templates/roster/words.yml}. */
record RoleWords(Map<Role, String> roles, String separator) {

    /** The names of some roles, in the order of their declaration. */
    String names(Collection<Role> some) {
        return some.stream()
                .sorted()
                .map(role -> roles.getOrDefault(role, role.name()))
                .collect(Collectors.joining(separator));
    }
}
