package ecobot.quiz;

import java.util.List;

/**
 * When a missed question comes back, how often somebody hears of it, and what is too little to be shown: {@code templates/quiz/rules.yml}.
 *
 * @param intervals days from one answer to the next return: the first after a wrong answer, each further one after a right answer; after the last
 *     one a right answer ends it
 * @param fewest people whose answers are shown together in the results
 */
record Rules(List<Integer> intervals, Reminder reminder, int fewest) {

    static final String FILE = "quiz/rules";
    private static final int LONGEST = 366;

    Rules {
        intervals = List.copyOf(intervals);
        require(!intervals.isEmpty() && intervals.size() <= 10, "intervals must be 1 to 10 numbers");
        for (int i = 0; i < intervals.size(); i++) {
            int days = intervals.get(i);
            require(days >= 1 && days <= LONGEST, "intervals must lie between 1 and " + LONGEST);
            require(i == 0 || days > intervals.get(i - 1), "intervals must grow");
        }
        require(fewest >= 3 && fewest <= 50, "fewest must lie between 3 and 50");
    }

    /**
     * How often somebody hears of questions that have come back.
     *
     * @param again days after which those that were left lie are mentioned once more
     * @param most how often in a row without an answer, then not any more; 0 for never
     */
    record Reminder(int again, int most) {
        Reminder {
            require(again >= 1 && again <= LONGEST, "reminder.again must lie between 1 and " + LONGEST);
            require(most >= 0 && most <= 20, "reminder.most must lie between 0 and 20");
        }
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}
