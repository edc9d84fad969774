package ecobot.ranking;

/** A file that is no task table at all; nothing is said of its cells. */
class UnreadableSheet extends Exception {

    private final Reason reason;

    UnreadableSheet(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** What is wrong with it; the words are in {@code templates/ranking/tasks-words.yml}. */
    enum Reason {
        /** The platform did not give it. */
        LOST,
        /** The format before 2007, or a workbook with a password. */
        OLD_FORMAT,
        /** Something else by its content, whatever its name says. */
        NOT_A_WORKBOOK,
        /** Large, or large once unpacked. */
        TOO_LARGE,
        /** A workbook that cannot be read. */
        BROKEN,
        TOO_MANY_ROWS,
        /** No row names units and kinds. */
        NO_TABLE,
        /** No number anywhere. */
        NO_TASKS
    }
}
