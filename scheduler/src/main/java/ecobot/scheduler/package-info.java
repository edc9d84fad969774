/**
 * When things happen: schedules, the tasks that they start, and the ledger of occurrences. Quartz lives behind this
 * package and is named nowhere else. May use {@code ecobot.calendar}.
 */
@NullMarked
package ecobot.scheduler;

import org.jspecify.annotations.NullMarked;
