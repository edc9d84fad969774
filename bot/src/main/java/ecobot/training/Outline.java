package ecobot.training;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person may say of a session, and change later; the parts are those of {@link Session}. */
record Outline(
        When when,
        String topic,
        String audience,
        Set<Long> unitIds,
        String trainer,
        @Nullable Long trainerId,
        String place,
        boolean online,
        @Nullable Integer capacity) {

    static final int LONGEST_TOPIC = 100;
    static final int LONGEST_AUDIENCE = 200;
    static final int LONGEST_TRAINER = 60;
    static final int LONGEST_PLACE = 100;
    static final int MOST_SEATS = 9999;

    Outline {
        unitIds = Set.copyOf(unitIds);
    }

    /** The same at another hour; nothing changes where there is no day. */
    Outline at(LocalTime hour) {
        return new Outline(when.at(hour), topic, audience, unitIds, trainer, trainerId, place, online, capacity);
    }
}
