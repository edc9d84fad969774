package ecobot.issue;

/**
 * Which row of a table of counters. Ordered as the table's key is, so that all who write several rows lock them in one order.
 *
 * @param kind {@link #ALL} or the name of an {@link Issue.Kind}
 * @param at the day or moment
 */
record Cell<T extends Comparable<? super T>>(String kind, T at, long unitId) implements Comparable<Cell<T>> {

    /** All kinds together; comes before each of them, so that counting anew, which takes it first, keeps to the order too. */
    static final String ALL = "*";

    @Override
    public int compareTo(Cell<T> other) {
        int byKind = kind.compareTo(other.kind);
        int byKindAndTime = byKind == 0 ? at.compareTo(other.at) : byKind;
        return byKindAndTime == 0 ? Long.compare(unitId, other.unitId) : byKindAndTime;
    }
}
