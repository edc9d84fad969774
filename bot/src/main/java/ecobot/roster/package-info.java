/** Units, areas, members, roles and groups: who is who, and which group belongs to whom. Uses no other room. */
@NullMarked
package ecobot.roster;

import org.jspecify.annotations.NullMarked;
