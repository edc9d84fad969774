package ecobot.issue;

import ecobot.roster.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to issues. What it writes, it writes in the caller's transaction, each change with its line in the history. */
public interface Issues {

    /** Stores a new issue; it is assigned to its unit at once. */
    Issue report(NewIssue issue);

    Optional<Issue> byNumber(long number);

    /** Open issues by date, the most overdue first. */
    List<Issue> open(IssueFilter filter, int limit);

    int countOpen(IssueFilter filter);

    /** What a member reported, the newest first. */
    List<Issue> reportedBy(long memberId, int limit);

    int countReportedBy(long memberId);

    /** The newest open issues of a unit. */
    List<Issue> newestOpen(long unitId, int limit);

    /** What was done to an issue, in order. */
    List<IssueMove> history(long number);

    /** Its photos, in order. */
    List<IssuePhoto> photos(long number);

    /**
     * Makes a move, if the table of moves has it for the state that the issue is in now and for this member. Waits for whoever is moving the
     * same issue.
     *
     * @throws ecobot.chat.UserMistake when the move is not allowed; says the state, what happened last, and what is allowed
     */
    Moved move(long number, Step step);

    /**
     * Takes a move back: the issue is as it was before.
     *
     * @param moveId the move, as {@link Moved} named it
     * @throws ecobot.chat.UserMistake when it is not the last one any more
     */
    Moved takeBack(long number, long moveId, Member by, @Nullable Long inboxId, Instant at);

    /**
     * The newest issues in a state that a move starts from.
     *
     * @param unitId null for all units
     */
    List<Issue> movable(Move move, @Nullable Long unitId, int limit);

    /**
     * What waits for the inspectors.
     *
     * @param today what is to be rechecked on this day or before, Asia/Shanghai
     * @param limit how many of each sort are listed
     */
    Waiting waiting(LocalDate today, int limit);

    /** The issues that one was split into; empty when it was not. */
    List<Issue> partsOf(long number);

    /**
     * Adds what somebody else reported about the same problem: a line in the history with his words, and his photos.
     *
     * @param photos ids of fetches in {@code ecobot.media}
     * @throws ecobot.chat.UserMistake when it is not open any more
     */
    Issue join(long number, String description, List<Long> photos, Member by, @Nullable Long inboxId, Instant at);

    /**
     * What each unit did in a period: one statement, whatever the number of issues.
     *
     * @param from inclusive
     * @param to exclusive
     * @param now as of when: what was closed at this instant or later counts as open, so that the figures of a period that is over stay as
     *     they were
     * @return units that have a figure other than zero, by id; the others did nothing
     */
    List<UnitFigures> figures(Instant from, Instant to, Instant now);

    /**
     * A move that was made.
     *
     * @param moveId of the line in the history, for {@link #takeBack}
     * @param others other issues that changed with it: parts, the whole, or the one that it goes on in
     */
    record Moved(Issue before, Issue after, long moveId, List<Issue> others) {
        public Moved {
            others = List.copyOf(others);
        }
    }
}
