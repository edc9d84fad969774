package ecobot.push;

import java.time.Instant;
import java.util.List;

/** What the answers about reading show. */
final class ReadingViews {

    private ReadingViews() {}

    /**
     * A material and its readers.
     *
     * @param wanted how many are to read it
     * @param units in list order
     * @param named whether names are shown
     * @param elsewhere whether there are names that are shown in private only
     * @param asked how many calls were made to find out more
     * @param nudgeable how many could be reminded
     */
    record One(
            long number,
            String title,
            int wanted,
            int read,
            List<Unit> units,
            boolean named,
            boolean elsewhere,
            int asked,
            int nudgeable) {

        public boolean all() {
            return wanted > 0 && read == wanted;
        }
    }

    /**
     * A unit.
     *
     * @param missing names of those who have not read; empty where they are not shown
     */
    record Unit(String name, int wanted, int read, List<String> missing) {
        public boolean all() {
            return read == wanted;
        }
    }

    /** The latest pushes. */
    record Latest(List<Line> pushes) {}

    /** A push in short. */
    record Line(long number, String title, Instant at, int wanted, int read) {}

    /**
     * What is asked before people are reminded.
     *
     * @param before how many were reminded before and are not again
     * @param calls of the Open API
     */
    record Nudge(
            long number, String title, int count, List<String> names, int more, int before, int calls, boolean quiet) {

        Nudge withoutNames() {
            return new Nudge(number, title, count, List.of(), 0, before, calls, quiet);
        }
    }

    /** What is said when nobody can be reminded. */
    record NobodyToNudge(long number, String title, int before) {}
}
