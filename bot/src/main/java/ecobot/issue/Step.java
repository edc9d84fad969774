package ecobot.issue;

import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.issue.Course.Completion;
import ecobot.issue.Course.Truth;
import ecobot.roster.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move that somebody asks for, with all that he said to it.
 *
 * @param by null for the system itself
 * @param reason why, or what was done; null when nothing was said
 * @param photos ids of fetches in {@code ecobot.media}
 * @param moment what the photos show; null when there are none
 * @param units the units that were named, in order; the first one for moves that take one
 * @param other number of another issue; null when none was named
 * @param truth what verification found; null when it did not say
 * @param completion how far it was put right; null when it was not said
 * @param extension for how long; null when no extension is asked for
 * @param inboxId the message that asks for it; null when none does
 */
public record Step(
        Move move,
        @Nullable Member by,
        @Nullable String reason,
        List<Long> photos,
        IssuePhoto.@Nullable Moment moment,
        List<Share> units,
        @Nullable Long other,
        @Nullable Truth truth,
        @Nullable Completion completion,
        @Nullable Span extension,
        @Nullable Long inboxId,
        Instant at) {

    public Step {
        photos = List.copyOf(photos);
        units = List.copyOf(units);
    }

    static Step of(Move move, @Nullable Member by, @Nullable Long inboxId, Instant at) {
        return new Step(move, by, null, List.of(), null, List.of(), null, null, null, null, inboxId, at);
    }

    /** @param said empty when nothing was said */
    Step saying(String said) {
        return new Step(
                move,
                by,
                said.isBlank() ? null : said.strip(),
                photos,
                moment,
                units,
                other,
                truth,
                completion,
                extension,
                inboxId,
                at);
    }

    Step showing(IssuePhoto.Moment what, List<Long> pictures) {
        return new Step(move, by, reason, pictures, what, units, other, truth, completion, extension, inboxId, at);
    }

    Step to(List<Share> named) {
        return new Step(move, by, reason, photos, moment, named, other, truth, completion, extension, inboxId, at);
    }

    Step into(long number) {
        return new Step(move, by, reason, photos, moment, units, number, truth, completion, extension, inboxId, at);
    }

    Step finding(Truth what, Completion howFar) {
        return new Step(move, by, reason, photos, moment, units, other, what, howFar, extension, inboxId, at);
    }

    Step longerBy(Span span) {
        return new Step(move, by, reason, photos, moment, units, other, truth, completion, span, inboxId, at);
    }

    /**
     * A unit and the date that was named for it.
     *
     * @param deadline null when none was named
     */
    public record Share(long unitId, @Nullable Deadline deadline) {}

    /** So many days. */
    public record Span(int amount, DayUnit unit) {}
}
