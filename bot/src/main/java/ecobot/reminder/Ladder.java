package ecobot.reminder;

import ecobot.reminder.Rung.Repeat;
import ecobot.reminder.Rung.Tell;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who is told when, and how much of it: {@code templates/reminder/ladder.yml}. All of it counts working days, also for an issue whose deadline
 * counts calendar days: people are reminded on working mornings, and "three days late" has to mean the same to a manager whatever the rule that gave
 * the date.
 */
record Ladder(List<Rung> rungs, Shown shown) {

    Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * How many issues a digest lists; the rest is a number.
     *
     * @param section of each section of a group's digest
     * @param privately in private to people of one unit
     * @param units units in private to the bureau's managers
     * @param perUnit of each of these units
     */
    record Shown(int section, int privately, int units, int perUnit) {
        Shown {
            if (IntStream.of(section, privately, units, perUnit).anyMatch(n -> n < 1 || n > 50)) {
                throw new IllegalArgumentException("each must lie between 1 and 50");
            }
        }

        int most() {
            return IntStream.of(section, privately, perUnit).max().orElseThrow();
        }
    }

    boolean tells(Tell who, int overdue) {
        return rungs.stream().anyMatch(rung -> rung.tell() == who && rung.appliesAt(overdue));
    }

    /** Days overdue from which on one and the same people are told, in order: between two of them nothing changes. */
    List<Integer> steps() {
        var steps = new TreeSet<Integer>();
        for (var rung : rungs) {
            steps.add(rung.days());
            if (rung.repeat() == Repeat.ONCE) {
                steps.add(rung.days() + 1);
            }
        }
        return List.copyOf(steps);
    }

    /** The private rung that an issue has reached; 0 when none. */
    int rungAt(int overdue) {
        return privateRungs().filter(days -> days <= overdue).max().orElse(0);
    }

    /** The next private rung above one. */
    OptionalInt rungAbove(int rung) {
        return privateRungs().filter(days -> days > rung).min();
    }

    private IntStream privateRungs() {
        return rungs.stream().filter(Rung::isPrivate).mapToInt(Rung::days);
    }
}
