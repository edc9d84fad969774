package ecobot.plan;

import java.time.DayOfWeek;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** On which days something is posted, as people say it. Only what a cron can carry: "every two weeks" is none of these. */
sealed interface Days {

    /** Every day. */
    record Daily() implements Days {}

    /** On some days of every week. */
    record Weekly(SortedSet<DayOfWeek> days) implements Days {
        public Weekly {
            days = new TreeSet<>(days);
        }
    }

    /** On some days of every month, 1 to 31 in order; empty for the last day. A month without that day is passed over. */
    record Monthly(List<Integer> days) implements Days {
        public Monthly {
            days = days.stream().distinct().sorted().toList();
        }
    }

    /**
     * On some days of one month of every quarter.
     *
     * @param month 1 to 3
     * @param days as in {@link Monthly}
     */
    record Quarterly(int month, List<Integer> days) implements Days {
        public Quarterly {
            days = days.stream().distinct().sorted().toList();
        }
    }

    /** Once a year. */
    record Yearly(int month, int day) implements Days {}

    /**
     * On one weekday of every month.
     *
     * @param nth 1 to 4; 0 for the last one
     */
    record NthWeekday(int nth, DayOfWeek day) implements Days {}
}
