package ecobot.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A lecture that a town asks for.
 *
 * @param wish when, in words; empty for any time
 * @param audience in words; empty for the town's people
 * @param place empty while unknown
 * @param trainerId who has taken it; null while nobody has
 * @param dayOn the day that was offered last, or that of the session, Asia/Shanghai; likewise {@code startTime}
 * @param sessionId the session that it became
 * @param sessionState of that session
 * @param heldOn its last possible day
 */
record Order(
        long id,
        String topic,
        String wish,
        String audience,
        String place,
        long unitId,
        long orderedBy,
        Instant orderedAt,
        State state,
        @Nullable Long trainerId,
        @Nullable LocalDate dayOn,
        @Nullable LocalTime startTime,
        @Nullable Long sessionId,
        Session.@Nullable State sessionState,
        @Nullable LocalDate heldOn) {

    /** Where it stands. */
    enum State {
        /** Nobody has taken it. */
        OPEN,
        /** A trainer has named a day; the town has to confirm. */
        OFFERED,
        /** The town wants another day; the trainer has to name one. */
        ASKED,
        /** It is a session of the plan. */
        CONFIRMED,
        WITHDRAWN
    }

    boolean isOf(@Nullable Long trainer) {
        return trainerId != null && trainerId.equals(trainer);
    }

    /** Whether somebody still has to act. */
    boolean isWaiting() {
        return state == State.OPEN || state == State.OFFERED || state == State.ASKED;
    }

    /** Whether it will be held or was held. */
    boolean isSettled() {
        return state == State.CONFIRMED && sessionState == Session.State.PLANNED;
    }

    boolean isDone(LocalDate today) {
        return isSettled() && heldOn != null && heldOn.isBefore(today);
    }

    /** What was offered, or came of it. */
    @Nullable
    When offer() {
        return dayOn == null ? null : When.on(dayOn, startTime);
    }
}
