package ecobot.chat;

/** Whether what was posted is still there. */
public interface TakenBack {

    /** Whether somebody took back what an occurrence posted. */
    boolean isTakenBack(long occurrenceId);
}
