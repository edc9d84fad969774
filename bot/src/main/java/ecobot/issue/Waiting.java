package ecobot.issue;

import java.util.List;

/**
 * What waits for the inspectors: the oldest of each sort, and how many there are.
 *
 * @param toAssign what nobody answers for
 * @param toVerify what units say is done
 * @param toRecheck what was closed so long ago that somebody should look again
 */
public record Waiting(Heap toAssign, Heap toVerify, Heap toRecheck) {

    public boolean isNothing() {
        return toAssign.count() + toVerify.count() + toRecheck.count() == 0;
    }

    /** Issues of one sort, the oldest of them listed. */
    public record Heap(int count, List<Issue> oldest) {
        public Heap {
            oldest = List.copyOf(oldest);
        }
    }
}
