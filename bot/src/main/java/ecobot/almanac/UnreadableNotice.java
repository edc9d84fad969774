package ecobot.almanac;

/**
 * A text that is no notice.
 *
 * @see NoticeReader
 */
class UnreadableNotice extends RuntimeException {

    private final int line;
    private final String text;
    private final String why;

    /**
     * @param line counted from 1; 0 when it is about the whole
     * @param text of the line
     * @param why in words for people
     */
    UnreadableNotice(int line, String text, String why) {
        super("line " + line + ": " + why, null, false, false);
        this.line = line;
        this.text = text;
        this.why = why;
    }

    int line() {
        return line;
    }

    String text() {
        return text;
    }

    String why() {
        return why;
    }
}
