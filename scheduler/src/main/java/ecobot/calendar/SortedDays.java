package ecobot.calendar;

import java.util.Arrays;

/** Days of the epoch in ascending order, each once; answers by binary search. */
final class SortedDays {

    private final long[] days;

    SortedDays(long[] days) {
        this.days = days;
    }

    boolean contains(long day) {
        return Arrays.binarySearch(days, day) >= 0;
    }

    /** How many of them are not after {@code day}. */
    int upTo(long day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int size() {
        return days.length;
    }
}
