package ecobot.scheduler;

/** Something that a schedule can start. Found as a bean or through a {@link TaskSource}; two tasks of one name stop the start. */
public interface ScheduledTask {

    /** The name by which a schedule refers to it, such as {@code league-table}. */
    String name();

    /**
     * Does the work of one occurrence, inside the transaction that records it: what this method writes and the
     * occurrence row commit together or not at all. It must not call out to other systems.
     *
     * @throws RuntimeException rolls back; the scheduler records the failure and raises its alarm
     */
    void run(Occurrence occurrence);
}
