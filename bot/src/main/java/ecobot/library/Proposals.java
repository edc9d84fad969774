package ecobot.library;

import ecobot.library.Material.Category;

/** Where other rooms lay a draft on the shelf for the trainers to make something of. */
public interface Proposals {

    /**
     * Adds a draft that nobody has written yet, in the caller's transaction.
     *
     * @param summary at most 120 characters
     * @param body Markdown
     * @return its number
     */
    long draft(Category category, String title, String summary, String body, String source);
}
