/**
 * A real MariaDB for trying and testing, started as a child process when no database is configured, and what every room that works
 * off rows needs: rounds, nudges after the commit, telling passing trouble. Uses no other room.
 */
@NullMarked
package ecobot.database;

import org.jspecify.annotations.NullMarked;
