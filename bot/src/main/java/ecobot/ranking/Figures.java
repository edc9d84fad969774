package ecobot.ranking;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one unit in the period. Tables that were posted before some of them were counted have none of these.
 *
 * @param due issues whose date fell in the period, up to the cut-off
 * @param onTime those of {@code due} that were closed by their date
 * @param late those of {@code due} that were closed after it, by the cut-off
 * @param overdue issues of any age that were open past their date at the cut-off
 * @param overdueLong those of {@code overdue} that are so for more working days than make a yellow
 * @param overdueVeryLong those that are so for more than make a red
 * @param firstPass issues that passed their first verification, of those first verified in the period
 * @param tasks problems found and rectified this month, of those to be by the cut-off; never more than these
 * @param training materials that were to be read until some day of the period, by person, and of these those that were by the cut-off
 * @param sentBack how often verification sent one back in the period
 * @param failedRechecks how often a recheck failed in the period
 */
record Figures(
        int due,
        int onTime,
        int late,
        int overdue,
        int overdueLong,
        int overdueVeryLong,
        Share firstPass,
        Share tasks,
        Share training,
        int sentBack,
        int failedRechecks) {

    Figures(
            int due,
            int onTime,
            int late,
            int overdue,
            int overdueLong,
            int overdueVeryLong,
            @Nullable Share firstPass,
            @Nullable Share tasks,
            @Nullable Share training,
            int sentBack,
            int failedRechecks) {
        this.due = due;
        this.onTime = onTime;
        this.late = late;
        this.overdue = overdue;
        this.overdueLong = overdueLong;
        this.overdueVeryLong = overdueVeryLong;
        this.firstPass = Objects.requireNonNullElse(firstPass, Share.NONE);
        this.tasks = Objects.requireNonNullElse(tasks, Share.NONE);
        this.training = Objects.requireNonNullElse(training, Share.NONE);
        this.sentBack = sentBack;
        this.failedRechecks = failedRechecks;
    }

    /** So many of so many. */
    record Share(int done, int of) {
        static final Share NONE = new Share(0, 0);

        Share plus(Share other) {
            return new Share(done + other.done, of + other.of);
        }
    }

    static Figures of(int due, int onTime, int late, int overdue) {
        return new Figures(due, onTime, late, overdue, 0, 0, Share.NONE, Share.NONE, Share.NONE, 0, 0);
    }

    /** Nothing but what is overdue. */
    static Figures overdue(int overdue, int overdueLong, int overdueVeryLong) {
        return new Figures(0, 0, 0, overdue, overdueLong, overdueVeryLong, Share.NONE, Share.NONE, Share.NONE, 0, 0);
    }

    int closed() {
        return onTime + late;
    }
}
