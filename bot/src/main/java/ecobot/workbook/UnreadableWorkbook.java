package ecobot.workbook;

/** A file that cannot be taken as a whole; nothing is said of its cells. */
public class UnreadableWorkbook extends Exception {

    private final Reason reason;

    public UnreadableWorkbook(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with it; each room has its own sentences for them. */
    public enum Reason {
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
        /** No row is the header that is looked for. */
        NO_TABLE,
        /** A header, and nothing below it that counts. */
        NOTHING_IN_IT
    }
}
