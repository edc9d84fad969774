package ecobot.library;

import java.util.Optional;
import java.util.Set;

/** The card that whoever meets a problem may want to read. */
public interface ApplyingCards {

    /**
     * The one published card that applies to a problem: the one whose words cover most of the text.
     *
     * @param text in anybody's words
     * @param kinds names of the problem's kinds; a card for other kinds does not apply
     * @return empty when no word fits, or when two cards fit as well as each other
     */
    Optional<Material> cardFor(String text, Set<String> kinds);
}
