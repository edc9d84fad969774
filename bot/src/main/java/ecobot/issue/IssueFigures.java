package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to what a single issue adds to {@link Tally#of}. */
public interface IssueFigures {

    /**
     * What the figures of the issue's unit would lack without it.
     *
     * @param number the issue's
     * @param kind the only kind that counts; null for all
     * @return empty when there is no such issue of that kind; zeros when it counts nowhere in the span
     */
    Optional<UnitFigures> of(long number, TallySpan span, @Nullable Kind kind);

    /** Likewise, of whatever kind it is. */
    default Optional<UnitFigures> of(long number, TallySpan span) {
        return of(number, span, null);
    }
}
