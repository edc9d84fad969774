package ecobot.training;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session of the plan.
 *
 * @param audience in words, as planned
 * @param unitIds whom it is for; empty for everybody
 * @param trainer the lecturer's name
 * @param trainerId null for a lecturer who is no member
 * @param place empty while unknown
 * @param capacity null when there is no limit
 * @param reason why it was cancelled
 * @param minutes what stays of it in words
 * @param minutesMaterial under which number the library keeps them
 * @param madeBy id of the member who planned it
 * @param revision grows with every change
 * @param signed how many have signed up
 */
record Session(
        long id,
        When when,
        String topic,
        String audience,
        Set<Long> unitIds,
        String trainer,
        @Nullable Long trainerId,
        String place,
        boolean online,
        @Nullable Integer capacity,
        State state,
        @Nullable String reason,
        @Nullable String minutes,
        @Nullable Long minutesMaterial,
        long madeBy,
        int revision,
        int signed) {

    Session {
        unitIds = Set.copyOf(unitIds);
    }

    /** Whether it is held. */
    enum State {
        PLANNED,
        CANCELLED
    }

    boolean isPlanned() {
        return state == State.PLANNED;
    }

    boolean isFor(long unitId) {
        return unitIds.isEmpty() || unitIds.contains(unitId);
    }

    /** Who is told of it as its trainer. */
    long contactId() {
        return trainerId == null ? madeBy : trainerId;
    }

    Outline outline() {
        return new Outline(when, topic, audience, unitIds, trainer, trainerId, place, online, capacity);
    }
}
