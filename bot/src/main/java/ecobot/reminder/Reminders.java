package ecobot.reminder;

import ecobot.calendar.Zone;
import ecobot.issue.Issue;
import ecobot.reminder.Morning.MemberDigest;
import ecobot.reminder.ReminderMapper.Told;
import ecobot.roster.Group;
import ecobot.scheduler.Occurrence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was told to whom: the frozen mornings, the nudges, and what people acknowledged. Writes in the caller's transaction. */
@Component
class Reminders {

    /** As long as messages are kept; what was told at which rung is kept for ever. */
    private static final Duration KEPT = Duration.ofDays(60);

    private static final int ROWS_PER_INSERT = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReminderMapper mapper;
    private final Digests digests;
    private final Agenda agenda;
    private final Clock clock;

    Reminders(ReminderMapper mapper, Digests digests, Agenda agenda, Clock clock) {
        this.mapper = mapper;
        this.digests = digests;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** What is said at an occurrence: worked out and written down the first time, read again after that. */
    Morning morning(Occurrence occurrence, Ladder ladder, List<Group> groups, Map<Long, Set<Issue.Kind>> kinds) {
        return Optional.ofNullable(mapper.snapshot(occurrence.id()))
                .map(content -> JSON.readValue(content, Morning.class))
                .orElseGet(() -> firstTime(occurrence, ladder, groups, kinds));
    }

    private Morning firstTime(
            Occurrence occurrence, Ladder ladder, List<Group> groups, Map<Long, Set<Issue.Kind>> kinds) {
        var now = clock.instant();
        var day = occurrence.plannedAt().atZone(Zone.SHANGHAI).toLocalDate();
        mapper.noteWhatLapsed();
        var morning = digests.of(day, ladder, groups, kinds);
        mapper.keep(occurrence.id(), JSON.writeValueAsString(morning), now);
        tell(morning, occurrence, now);
        agenda.follow(day, now, digests.agenda(day, ladder));
        mapper.forget(now.minus(KEPT));
        return morning;
    }

    /** Only what a digest lists was told. The next issues of a long list come up as the first are closed or acknowledged. */
    private void tell(Morning morning, Occurrence occurrence, Instant now) {
        var rows = new ArrayList<Told>();
        for (var digest : morning.members()) {
            rows.addAll(told(digest));
        }
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            mapper.tell(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)), occurrence.id(), now);
        }
    }

    private static List<Told> told(MemberDigest digest) {
        return digest.units().stream()
                .flatMap(part -> part.issues().entries().stream())
                .map(entry -> new Told(entry.number(), digest.memberId(), entry.due(), entry.rung()))
                .toList();
    }

    /** What this person was last told about each of the issues; those that he was never told of are missing. */
    List<Told> told(long memberId, Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : mapper.told(memberId, List.copyOf(numbers));
    }

    /** The issues of this person's last private digest. */
    List<Long> lastTold(long memberId) {
        return mapper.lastTold(memberId);
    }

    void acknowledge(Told told, Instant at) {
        mapper.acknowledge(told, at);
    }
}
