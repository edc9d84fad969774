package ecobot.push;

import ecobot.roster.Group;
import ecobot.scheduler.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Which group has had which material. The row is written in the transaction that stores the messages, and its key decides. */
@Component
class PushLedger {

    private final PushMapper rows;
    private final Clock clock;

    PushLedger(PushMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Notes that a group gets a material now.
     *
     * @return false when it has had it, and must not get it again
     */
    boolean deliver(long materialId, Group group, Occurrence occurrence) {
        try {
            rows.deliver(materialId, group.id(), occurrence.id(), clock.instant());
            return true;
        } catch (DuplicateKeyException hadIt) {
            return false;
        }
    }

    /** When each group that has had a material got it, by the group's id. */
    Map<Long, Instant> had(long materialId) {
        return rows.had(materialId).stream()
                .collect(Collectors.toMap(PushMapper.Had::groupId, PushMapper.Had::pushedAt));
    }
}
