package ecobot.chat;

import ecobot.roster.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a person can type. A command lives in the room of its domain and is found as a bean; its words (name,
 * aliases, help, example) are {@code templates/<room>/<name>.yml}, its answers {@code templates/<room>/*.md}. Two commands that share a
 * word stop the start, and so does a missing file.
 */
public interface Command {

    /** The English name and key of its words: {@code report}. */
    String name();

    /** Who may use it: anyone who has one of these roles. Every member when empty. */
    default Set<Role> roles() {
        return Set.of();
    }

    /**
     * Does it, inside the transaction that marks the message as handled and stores the answer.
     *
     * @throws UserMistake when what was typed cannot be done; nothing of what this method wrote is kept
     */
    Reply handle(CommandCall call);

    /**
     * Whether a file that somebody sends in private, without words and with no question open, is meant for this command. It is then handled as
     * if the command had been typed; the file itself has not been fetched yet.
     *
     * @param fileName the sender's word
     */
    default boolean takesFile(String fileName) {
        return false;
    }

    /**
     * Whether a line in which no command was typed reads like what this command is for. It is then offered, never done at once.
     *
     * @param folded the line
     */
    default boolean isMeantBy(String folded) {
        return false;
    }

    /**
     * Goes on after a question that this command asked with {@link Reply#asking}. The line is in
     * {@link CommandCall#arguments}; when it was a number or a button, it is the words of that choice.
     *
     * @throws UserMistake when the answer does not do; the question stays open
     */
    default Reply resume(CommandCall call, Question question) {
        throw new IllegalStateException(name() + " asked a question but does not take answers");
    }

    /**
     * What is told to somebody who leaves an open question of this command, by cancelling or by letting it lapse, when nothing of what was done
     * before is lost by that. One of the answers that such a question offered is then taken even after it has lapsed. Empty for the usual words,
     * which say that nothing was kept.
     */
    default Optional<Reply> left(Question question) {
        return Optional.empty();
    }

    /**
     * Takes back what {@link Reply#undoable} promised. Called at most once, within five minutes, for the same person.
     *
     * @throws UserMistake when somebody has acted on it meanwhile
     */
    default Reply undo(CommandCall call, String token) {
        throw new IllegalStateException(name() + " cannot be taken back");
    }
}
