package ecobot.chat;

import java.util.List;

/**
 * What a command wants to know before it can go on. Kept as a row per (conversation, person), so that the answer may reach another
 * node; it lapses after ten minutes or with the next command.
 *
 * @param field what is asked for, a word of the command's own
 * @param draft what is known so far, JSON of the command's own
 * @param choices offered answers, numbered from 1; may be empty
 * @param listed whether the message ends with the numbered choices; false when its text shows them already. Matters when it is asked, and is not kept
 */
public record Question(String field, String draft, List<Choice> choices, boolean listed) {

    public Question {
        choices = List.copyOf(choices);
    }

    public Question(String field, String draft, List<Choice> choices) {
        this(field, draft, choices, true);
    }

    /** An offered answer: what is shown, and the words that choosing it stands for. */
    public record Choice(String label, String says) {}
}
