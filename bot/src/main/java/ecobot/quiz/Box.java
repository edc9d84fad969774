package ecobot.quiz;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one question stands with one person. A question that was missed comes back after the first interval, then after longer ones as long as it is
 * right, and begins anew when it is wrong; one that was right at once never comes back.
 *
 * @param firstRight whether the first answer was right
 * @param lastRight whether the last one was
 * @param answeredOn the day of the last answer
 * @param step which interval it waits for, from 0; null when it comes back no more
 * @param dueOn the day from which it is asked again; null together with {@code step}
 */
record Box(
        boolean firstRight,
        boolean lastRight,
        LocalDate answeredOn,
        @Nullable Integer step,
        @Nullable LocalDate dueOn) {

    /** @param intervals in days, as in {@link Rules} */
    static Box first(boolean right, LocalDate day, List<Integer> intervals) {
        return right ? new Box(true, true, day, null, null) : waiting(false, false, day, 0, intervals);
    }

    /** After it came back. The intervals may have become fewer since it was last answered. */
    Box again(boolean right, LocalDate day, List<Integer> intervals) {
        if (!isDue(day)) {
            throw new IllegalStateException("asked again on " + day + " but due on " + dueOn);
        }
        int next = right && step != null ? step + 1 : 0;
        return next < intervals.size()
                ? waiting(firstRight, right, day, next, intervals)
                : new Box(firstRight, right, day, null, null);
    }

    boolean isDue(LocalDate day) {
        return dueOn != null && !dueOn.isAfter(day);
    }

    private static Box waiting(
            boolean firstRight, boolean lastRight, LocalDate day, int step, List<Integer> intervals) {
        return new Box(firstRight, lastRight, day, step, day.plusDays(intervals.get(step)));
    }
}
