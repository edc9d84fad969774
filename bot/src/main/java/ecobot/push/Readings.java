package ecobot.push;

import ecobot.outbox.MessageRead;
import ecobot.outbox.SentMessages;
import ecobot.push.ReadingMapper.Delivery;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who is to read what and who has. Who is to read a push is listed once it is known to have been sent: what failed on its way burdens nobody,
 * and what was taken back is as if it had never been.
 */
@Component
class Readings implements ReadByLink, ReadRates {

    /** What has not left after that is given up. */
    private static final Duration FOLLOWED = Duration.ofDays(10);

    private static final int AT_A_TIME = 500;

    private final ReadingMapper rows;
    private final SentMessages sent;
    private final Roster roster;
    private final Clock clock;

    Readings(ReadingMapper rows, SentMessages sent, Roster roster, Clock clock) {
        this.rows = rows;
        this.sent = sent;
        this.roster = roster;
        this.clock = clock;
    }

    /** Finds out what became of the pushes of the last days. */
    @Transactional
    public void settle() {
        settle(rows.followed(clock.instant().minus(FOLLOWED)));
    }

    private void settle(List<Delivery> deliveries) {
        for (int from = 0; from < deliveries.size(); from += AT_A_TIME) {
            var some = deliveries.subList(from, Math.min(deliveries.size(), from + AT_A_TIME));
            var byKey = some.stream().collect(Collectors.toMap(Delivery::messageKey, Function.identity()));
            sent.of(byKey.keySet())
                    .forEach(message -> Optional.ofNullable(byKey.get(message.messageKey()))
                            .ifPresent(delivery -> settle(delivery, message)));
        }
    }

    private void settle(Delivery delivery, SentMessages.Sent message) {
        if (message.takenBack()) {
            rows.passOn(delivery.id(), delivery.materialId());
            rows.forget(delivery.id());
        } else if (delivery.platformId() == null
                && rows.list(delivery.id(), message.platformId(), clock.instant()) == 1) {
            roster.groups().stream()
                    .filter(group -> group.id() == delivery.groupId())
                    .forEach(group -> addReaders(delivery, group));
        }
    }

    private void addReaders(Delivery delivery, Group group) {
        for (long unitId : group.unitIds()) {
            for (var member : roster.membersOf(unitId, Role.REPORTER)) {
                try {
                    rows.addReader(delivery, member.id(), unitId, clock.instant());
                } catch (DuplicateKeyException forAnotherGroup) {
                    // Whoever is in several groups reads it once.
                }
            }
        }
    }

    /** Whatever message it was: most are none of these. */
    @EventListener
    @Transactional
    public void on(MessageRead read) {
        var delivery = rows.byPlatformId(read.platformId());
        if (delivery == null) {
            settle();
            delivery = rows.byPlatformId(read.platformId());
        }
        if (delivery != null) {
            noteRead(delivery.materialId(), List.of(read.staffId()));
        }
    }

    /** Notes that these people have read a material. */
    @Transactional
    public void noteRead(long materialId, Collection<String> staffIds) {
        Instant now = clock.instant();
        staffIds.stream()
                .flatMap(staffId -> roster.memberByStaffId(staffId).stream())
                .map(Member::id)
                .forEach(memberId -> rows.noteRead(materialId, memberId, now));
    }

    @Override
    @Transactional
    public void opened(long materialId, long memberId) {
        rows.noteRead(materialId, memberId, clock.instant());
    }

    @Override
    public List<UnitRate> of(Instant from, Instant until, Instant knownAt) {
        return rows.rates(from, until, knownAt);
    }
}
