package ecobot.training;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session that is not complete yet.
 *
 * @param when null as long as it was not said; likewise an empty {@code topic}
 */
record Draft(
        @Nullable When when,
        String topic,
        String audience,
        Set<Long> unitIds,
        String trainer,
        @Nullable Long trainerId,
        String place,
        boolean online,
        @Nullable Integer capacity) {

    Draft {
        unitIds = Set.copyOf(unitIds);
    }

    static Draft of(Outline outline) {
        return new Draft(
                outline.when(),
                outline.topic(),
                outline.audience(),
                outline.unitIds(),
                outline.trainer(),
                outline.trainerId(),
                outline.place(),
                outline.online(),
                outline.capacity());
    }

    /** @throws IllegalStateException when time or topic are missing */
    Outline outline() {
        if (when == null || topic.isEmpty()) {
            throw new IllegalStateException("not complete: " + this);
        }
        return new Outline(when, topic, audience, unitIds, trainer, trainerId, place, online, capacity);
    }
}
