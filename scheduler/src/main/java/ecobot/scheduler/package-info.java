/**
 * When things happen: schedules, the tasks that they start, and the ledger of occurrences. Quartz lives behind this package and is named
 * nowhere else. May use {@code ecobot.calendar}.
 *
 * <p><b>The ledger is the truth, Quartz is the alarm clock.</b> What is due follows from three things: the rule ({@code Plan}: cron and holiday
 * policy), the ledger (table {@code occurrence}) and the application's clock. Quartz, clustered on the database, only wakes one node at the
 * next moment of each schedule; what it believes about times, misfires and cron is never asked. So waking twice, late, or for nothing is
 * harmless, and a clock that is set costs no more than setting the alarms anew.
 *
 * <p><b>Once.</b> The record, unique by (schedule, planned time), is inserted first, and the task runs in the same transaction. A second starter
 * waits at the unique key and then finds that there is nothing to do.
 *
 * <p><b>Missed.</b> Of several planned times that passed unattended, the latest runs, marked late, or is recorded as skipped, as the schedule says; the
 * ones before it are recorded as skipped. A rule counts from when the application saw it first: no catching up with the time before it
 * was made or changed.
 *
 * <p><b>Left out.</b> A run that somebody does not want is written into the ledger beforehand, as skipped; when its time comes there is nothing to do.
 *
 * <p><b>Changed by people.</b> {@link ecobot.scheduler.ScheduleDesk} writes rows; whichever node an alarm wakes goes by the row as it is then. A schedule
 * that was ended stays as a row, for its occurrences refer to it.
 *
 * <p><b>Clocks.</b> No planned time comes from a clock, so nodes that disagree run nothing twice; {@link ecobot.scheduler.ClockSkew} tells how far each is from
 * the database's.
 *
 * <p><b>Failed.</b> The transaction of a task that throws is rolled back, the failure is recorded in one of its own, and
 * {@link ecobot.scheduler.ScheduleFailed} is published. It is tried again after 1, 5, 15 and 30 minutes: short troubles (a deadlock, a
 * restarting database) mend unseen, and a post is never more than an hour stale. A newer planned time ends the retries of an older one. A run by
 * hand is not retried: its caller sees the error.
 *
 * <p><b>Flawed rows.</b> Two tasks of one name are a programming error and stop the start. A schedule that names no known task, or whose cron is
 * not understood, is data: it stops nothing, since a bot that works but for one post beats one that does not start. It is left
 * aside, logged, and announced once by {@link ecobot.scheduler.ScheduleFailed}.
 */
@NullMarked
package ecobot.scheduler;

import org.jspecify.annotations.NullMarked;
