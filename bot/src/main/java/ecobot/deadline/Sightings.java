package ecobot.deadline;

import java.util.regex.Pattern;

/** Tells the days on which something was seen (近一周内, 上周五前, 发现时间：今天) from those by which something has to be done. */
final class Sightings {

    /** The rest of the clause; a colon between digits belongs to a time. */
    private static final String SAME_CLAUSE = "[^\\n,;:]*(?:(?<=\\d):[^\\n,;:]*)*$";

    /** More characters than the words right before a day have, so that a long text is not searched anew for each of its days. */
    private static final int LONGEST = 32;

    private final Pattern after;
    private final Pattern heading;
    private final Pattern clause;

    Sightings(DeadlineWords.Seen words) {
        this.after = Pattern.compile("(?:" + words.after() + ")$");
        this.heading = Pattern.compile("(?:" + words.headings() + ")$");
        this.clause = Pattern.compile("(?:" + words.headings() + ")" + SAME_CLAUSE);
    }

    /** Whether the words right before {@code start} say that it has been. */
    boolean areBefore(String folded, int start) {
        return isBefore(after, folded, Math.max(0, start - LONGEST), start);
    }

    /** Whether what begins at {@code start} is what a heading such as 发现时间 names. */
    boolean areNamedBefore(String folded, int start) {
        return isBefore(heading, folded, Math.max(0, start - LONGEST), start);
    }

    /** Whether {@code start} is in the clause that such a heading begins. */
    boolean areTheClauseOf(String folded, int start) {
        return isBefore(clause, folded, 0, start);
    }

    /** The pattern ends at {@code start} and may look at what follows. */
    private static boolean isBefore(Pattern pattern, String folded, int from, int start) {
        return pattern.matcher(folded)
                .region(from, start)
                .useTransparentBounds(true)
                .find();
    }
}
