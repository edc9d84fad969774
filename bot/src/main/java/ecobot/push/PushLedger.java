package ecobot.push;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Post;
import ecobot.chat.Templates;
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
    private final WorkCalendar calendar;
    private final Templates templates;
    private final Clock clock;

    PushLedger(PushMapper rows, WorkCalendar calendar, Templates templates, Clock clock) {
        this.rows = rows;
        this.calendar = calendar;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Notes that a group gets a material now. Who reads it is followed where the platform tells: not in a group that has a custom robot only.
     *
     * @param part which part of what the group gets says it, from 1
     * @return false when it has had it, and must not get it again
     */
    boolean deliver(long materialId, Group group, Occurrence occurrence, int part) {
        var now = clock.instant();
        var key = group.customRobot() == null ? Post.key(occurrence, group, part) : null;
        try {
            rows.deliver(materialId, group.id(), occurrence.id(), now, readUntil(now), key);
            return true;
        } catch (DuplicateKeyException hadIt) {
            return false;
        }
    }

    /** The end of the last working day that people have for reading. */
    private Instant readUntil(Instant now) {
        int days = templates.words(PushWords.FILE, PushWords.class).reading().withinWorkingDays();
        return calendar.plusWorkingDays(now.atZone(Zone.SHANGHAI).toLocalDate(), days)
                .plusDays(1)
                .atStartOfDay(Zone.SHANGHAI)
                .toInstant();
    }

    /** When each group that has had a material got it, by the group's id. */
    Map<Long, Instant> had(long materialId) {
        return rows.had(materialId).stream()
                .collect(Collectors.toMap(PushMapper.Had::groupId, PushMapper.Had::pushedAt));
    }
}
