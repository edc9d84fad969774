package ecobot.quiz;

import java.util.List;

/**
 * When a missed question comes back: {@code templates/quiz/rules.yml}.
 *
 * @param intervals days from one answer to the next return: the first after a wrong answer, each further one after a right answer; after the last
 *     one a right answer ends it
 */
record Rules(List<Integer> intervals) {

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
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}
