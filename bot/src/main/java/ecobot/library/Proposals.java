package ecobot.library;

import ecobot.library.Material.Category;
import ecobot.roster.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where other rooms lay a draft on the shelf for the trainers to make something of. Writes in the caller's transaction. */
public interface Proposals {

    /**
     * Adds a draft that nobody has written yet.
     *
     * @return its number
     */
    long draft(Words words);

    /**
     * Keeps what somebody wrote elsewhere: in the draft that it has, or in one beside what is published by now, or in a new one.
     *
     * @param earlier under which number it was kept before; null the first time
     * @param writer id of the member whose words they are
     */
    Kept keep(@Nullable Long earlier, Words words, long writer);

    /** Who may review what a member wrote. */
    List<Member> reviewers(long writer);

    /**
     * What a draft says.
     *
     * @param title at most 100 characters
     * @param summary at most 120 characters
     * @param body Markdown
     * @param source at most 200 characters
     */
    record Words(Category category, String title, String summary, String body, String source) {}

    /**
     * Where words are kept.
     *
     * @param number what it is known by from now on
     * @param draft what is to be reviewed; another than {@code number} when that is published already
     * @param fresh whether that draft was not there before
     */
    record Kept(long number, long draft, boolean fresh) {}
}
