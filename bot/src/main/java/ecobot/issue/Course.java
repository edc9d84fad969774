package ecobot.issue;

import ecobot.deadline.Deadline;
import ecobot.issue.Issue.State;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far an issue has come: all that a move may change. A value; {@link Transitions} makes the next one.
 *
 * @param unitId the unit that answers now; the bureau while nobody else does
 * @param handlerId the member who took it on for the unit; null before
 * @param assignedAt since when that unit has had it; null while nobody answers
 * @param closedAt null unless {@link State#CLOSED}
 * @param truth what verification found; null before
 * @param completion how far rectification got, as verified; null before
 * @param recheckOn the day of the recheck that is to come, Asia/Shanghai; null when none is
 * @param mergedInto the number of the issue that it goes on in; null unless {@link State#MERGED}
 */
public record Course(
        State state,
        long unitId,
        @Nullable Long handlerId,
        @Nullable Instant assignedAt,
        Deadline deadline,
        @Nullable Instant closedAt,
        @Nullable Truth truth,
        @Nullable Completion completion,
        @Nullable LocalDate recheckOn,
        @Nullable Long mergedInto) {

    /** Whether what was reported is so (核查结果). */
    public enum Truth {
        /** 属实. */
        TRUE,
        /** 部分属实. */
        PARTLY,
        /** 不属实. */
        FALSE
    }

    /** How far it was put right. */
    public enum Completion {
        /** 办结. */
        WHOLE,
        /** 阶段性办结. */
        STAGED
    }

    Course in(State next) {
        return new Course(
                next, unitId, handlerId, assignedAt, deadline, closedAt, truth, completion, recheckOn, mergedInto);
    }

    /** Given to a unit, which has not taken it on yet. */
    Course givenTo(long unit, Deadline by, Instant at) {
        return new Course(state, unit, null, at, by, null, null, null, null, null);
    }

    /** With {@code unit} until somebody else is found who answers. */
    Course leftWith(long unit) {
        return new Course(state, unit, null, null, deadline, null, null, null, null, null);
    }

    Course takenOnBy(long member, Deadline by) {
        return new Course(state, unitId, member, assignedAt, by, null, truth, completion, recheckOn, mergedInto);
    }

    Course by(Deadline next) {
        return new Course(
                state, unitId, handlerId, assignedAt, next, closedAt, truth, completion, recheckOn, mergedInto);
    }

    Course found(Truth what) {
        return new Course(
                state, unitId, handlerId, assignedAt, deadline, closedAt, what, completion, recheckOn, mergedInto);
    }

    Course closed(Instant at, @Nullable Truth what, @Nullable Completion howFar, @Nullable LocalDate recheck) {
        return new Course(state, unitId, handlerId, assignedAt, deadline, at, what, howFar, recheck, null);
    }

    Course open(Deadline anew) {
        return new Course(state, unitId, handlerId, assignedAt, anew, null, null, null, null, null);
    }

    Course rechecked() {
        return new Course(
                state, unitId, handlerId, assignedAt, deadline, closedAt, truth, completion, null, mergedInto);
    }

    Course mergedInto(long other) {
        return new Course(state, unitId, handlerId, assignedAt, deadline, null, null, null, null, other);
    }
}
