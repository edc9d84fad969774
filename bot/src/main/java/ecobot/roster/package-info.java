/** Units, areas, members, roles and groups: who is who, and which group belongs to whom. Uses {@code text} and {@code database}. */
@NullMarked
package ecobot.roster;

import org.jspecify.annotations.NullMarked;
