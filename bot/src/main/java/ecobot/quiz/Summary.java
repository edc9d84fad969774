package ecobot.quiz;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a round; only the person sees it.
 *
 * @param total how many were answered
 * @param right how many of them were right the last time
 * @param next when something comes back; null when nothing will
 */
record Summary(int total, int right, @Nullable LocalDate next) {

    static Summary of(List<Box> answered, @Nullable LocalDate next) {
        return new Summary(
                answered.size(), (int) answered.stream().filter(Box::lastRight).count(), next);
    }

    /** Of one material, which knows itself what comes back of it. */
    static Summary of(List<Box> answered) {
        return of(
                answered,
                answered.stream()
                        .map(Box::dueOn)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    public boolean allRight() {
        return right == total;
    }
}
