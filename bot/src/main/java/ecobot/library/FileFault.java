package ecobot.library;

import java.util.Comparator;

/**
 * What is wrong with a material's file.
 *
 * @param file its name
 * @param line counted from 1
 * @param flaw what is wrong
 * @param about the field or words in question, shortened; may be empty
 */
record FileFault(String file, int line, Flaw flaw, String about) {

    static final Comparator<FileFault> IN_ORDER =
            Comparator.comparing(FileFault::file).thenComparingInt(FileFault::line);

    private static final int SHOWN = 40;

    FileFault {
        about = about.strip();
        about = about.length() > SHOWN ? about.substring(0, SHOWN) + "\u2026" : about;
    }

    /** Kinds of mistakes; the sentences are in {@code templates/library/words.yml}. */
    enum Flaw {
        /** Not UTF-8, or not readable at all. */
        UNREADABLE,
        BAD_NAME,
        NO_FRONT_MATTER,
        NOT_YAML,
        UNKNOWN_FIELD,
        FIELD_TWICE,
        MISSING,
        NOT_TEXT,
        NOT_A_LIST,
        TOO_LONG,
        NOT_A_CATEGORY,
        NOT_A_DATE,
        NOT_HTTPS,
        NOT_A_KIND,
        WORD_LENGTH,
        QUIZ,
        NO_BODY,
        /** Pictures, HTML. */
        NOT_FOR_PHONES,
        UNKNOWN_SUPERSEDED
    }
}
