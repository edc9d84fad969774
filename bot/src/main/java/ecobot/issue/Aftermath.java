package ecobot.issue;

/** What follows from a change of an issue beyond the issue itself, in the same transaction: a todo, a card, a ring. Found as a bean. */
interface Aftermath {

    /** A new issue. */
    default void began(Issue issue) {}

    /**
     * An issue was moved.
     *
     * @param moveId of the line in its history
     */
    default void moved(Issue before, Issue after, Step step, long moveId) {}
}
