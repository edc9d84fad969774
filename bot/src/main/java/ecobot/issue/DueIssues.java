package ecobot.issue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Open issues by when they are due, for those who remind: one statement, whatever the number of issues. Only reads. */
public interface DueIssues {

    /**
     * The most urgent issues of every pile: of each band, unit and person in charge.
     *
     * @param bands that do not overlap; what falls into none is left out
     * @param most how many issues of each pile
     * @return by date, then number
     */
    default List<Due> due(List<Band> bands, int most) {
        return due(bands, Set.of(), most);
    }

    /**
     * The same, of some kinds alone: an issue counts when one of its kinds is among them.
     *
     * @param kinds empty for all
     */
    List<Due> due(List<Band> bands, Set<Issue.Kind> kinds, int most);

    /** Those of {@code numbers} that are open and fall into one of the bands, by number; {@link Due#pile} of each is 1. */
    List<Due> among(Collection<Long> numbers, List<Band> bands);

    /** Those of {@code numbers} that are open, in order. */
    List<Long> openAmong(Collection<Long> numbers);

    /**
     * Due dates from {@code from} (inclusive) to {@code until} (exclusive).
     *
     * @param key what the caller calls it by
     */
    record Band(int key, Instant from, Instant until) {}

    /**
     * An open issue that is due.
     *
     * @param handlerId the member who took it on; null when nobody has
     * @param band key of the band that it falls into
     * @param place null when it was not said
     * @param pile how many issues lie in the same band with the same unit and person
     */
    record Due(
            long number,
            long unitId,
            @Nullable Long handlerId,
            int band,
            @Nullable String place,
            String description,
            LocalDate dueOn,
            Instant dueAt,
            int pile) {}
}
