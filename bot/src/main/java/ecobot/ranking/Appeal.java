package ecobot.ranking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 申诉: a unit's objection to its figures in a posted table.
 *
 * @param id the number by which people call it
 * @param snapshotId the table that it is against, as it was numbered when the appeal was filed
 * @param memberId who filed it
 * @param decidedBy the manager; null while it is open or when it was withdrawn
 * @param decision what the manager said about it; empty for nothing
 * @param correctedId the version that it led to; null unless granted
 */
record Appeal(
        long id,
        long snapshotId,
        long unitId,
        long memberId,
        String reason,
        Instant filedAt,
        State state,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        String decision,
        @Nullable Long correctedId) {

    /** How far it has come. */
    enum State {
        OPEN,
        GRANTED,
        REJECTED,
        WITHDRAWN
    }

    boolean open() {
        return state == State.OPEN;
    }
}
