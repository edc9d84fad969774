/** A real MariaDB for trying and testing, started as a child process when no database is configured. Uses no other room. */
@NullMarked
package ecobot.database;

import org.jspecify.annotations.NullMarked;
