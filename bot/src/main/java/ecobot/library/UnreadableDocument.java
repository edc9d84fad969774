package ecobot.library;

/** A file that no text can be taken from. */
final class UnreadableDocument extends Exception {

    private final Reason reason;

    UnreadableDocument(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** What is wrong with it; the words are in {@code templates/library/upload-words.yml}. */
    enum Reason {
        /** The platform did not give it. */
        LOST,
        /** Word's format before 2007, or a document with a password. */
        OLD_FORMAT,
        PASSWORD,
        /** Something else by its content, whatever its name says. */
        NOT_A_DOCUMENT,
        /** Large, or large once unpacked. */
        TOO_LARGE,
        BROKEN,
        /** Pictures of pages, as a scanner makes them, or nothing at all. */
        NO_TEXT,
        /** A workbook without a row that names title and other fields. */
        NO_LIST
    }
}
