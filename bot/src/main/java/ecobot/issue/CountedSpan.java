package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link TallySpan} is made up of rows of counters. What happened in it is the sum of the stretches that it touches, less what happened in them
 * outside of it; what fell due in it is the sum of the stretches that it holds, and of single due dates before and after them.
 *
 * @param kind {@link Cell#ALL} or the name of a kind
 * @param span what is asked for
 * @param touchedFrom the first day of the first stretch that it touches
 * @param touchedTo the day after the last one
 * @param heldFrom the first day of the first stretch that it holds
 * @param heldTo the day after the last one; {@code heldFrom} when it holds none
 * @param happenedTo what happened at this moment or later is outside
 */
record CountedSpan(
        String kind,
        TallySpan span,
        LocalDate touchedFrom,
        LocalDate touchedTo,
        LocalDate heldFrom,
        LocalDate heldTo,
        Instant happenedTo) {

    static CountedSpan of(TallySpan span, @Nullable Kind kind) {
        var heldFrom = Stretch.from(span.from()).from();
        var heldTo = Stretch.at(span.to()).from();
        var happenedTo = span.now().isBefore(span.to()) ? span.now() : span.to();
        return new CountedSpan(
                kind == null ? Cell.ALL : kind.name(),
                span,
                Stretch.at(span.from()).from(),
                Stretch.from(span.to()).from(),
                heldFrom,
                heldTo.isBefore(heldFrom) ? heldFrom : heldTo,
                happenedTo.isBefore(span.from()) ? span.from() : happenedTo);
    }

    Instant touchedFromAt() {
        return new Stretch(touchedFrom).startsAt();
    }

    Instant touchedToAt() {
        return new Stretch(touchedTo).startsAt();
    }

    Instant heldFromAt() {
        var at = new Stretch(heldFrom).startsAt();
        return at.isAfter(span.to()) ? span.to() : at;
    }

    Instant heldToAt() {
        var at = new Stretch(heldTo).startsAt();
        return at.isAfter(span.to()) ? span.to() : at;
    }

    /** The first of the moments to which is counted what is overdue: what fell due before it is overdue in every sense. */
    Instant firstCut() {
        return Stream.of(span.now(), span.longBefore(), span.veryLongBefore())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** As every week is. */
    boolean isOfFewStretches() {
        return !touchedTo.isAfter(touchedFrom.plusDays(7));
    }

    boolean isByKind() {
        return !kind.equals(Cell.ALL);
    }
}
