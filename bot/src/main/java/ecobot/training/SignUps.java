package ecobot.training;

import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who comes to sessions, and who came. What is shown of attendance is by unit; no person is ever compared with another. */
@Component
class SignUps {

    private final SignUpMapper mapper;
    private final Roster roster;

    SignUps(SignUpMapper mapper, Roster roster) {
        this.mapper = mapper;
        this.roster = roster;
    }

    void put(Session session, Member member, Instant at) {
        mapper.put(session.id(), member.id(), at);
    }

    /** @return false when this person had not signed up, or was counted as there */
    boolean remove(Session session, Member member) {
        return mapper.remove(session.id(), member.id()) > 0;
    }

    /** Active members who have signed up. */
    List<Member> of(long sessionId) {
        return mapper.of(sessionId).stream()
                .filter(row -> row.signedAt() != null)
                .flatMap(row -> roster.member(row.memberId()).stream())
                .toList();
    }

    Set<Long> sessionsOf(Member member) {
        return Set.copyOf(mapper.sessionsOf(member.id()));
    }

    /** Keeps the trainer's list, in place of an earlier one. */
    void attended(Session session, List<Member> there) {
        mapper.forgetGuests(session.id());
        mapper.markAll(session.id(), false);
        there.forEach(member -> mapper.mark(session.id(), member.id(), true));
    }

    /** Who signed up and who came, unit by unit in list order; those without a unit last. */
    List<OfUnit> byUnit(long sessionId) {
        var units = new LinkedHashMap<Long, List<Guest>>();
        for (var row : mapper.of(sessionId)) {
            roster.member(row.memberId())
                    .ifPresent(member -> units.computeIfAbsent(
                                    member.unit() == null ? 0L : member.unit().id(), id -> new ArrayList<>())
                            .add(new Guest(member, row.signedAt() != null, row.attended())));
        }
        return units.entrySet().stream()
                .map(unit -> new OfUnit(roster.unit(unit.getKey()).orElse(null), List.copyOf(unit.getValue())))
                .sorted(Comparator.comparingInt(OfUnit::order))
                .toList();
    }

    /** @param attended null until the list is here */
    record Guest(Member member, boolean signed, @Nullable Boolean attended) {}

    /** The people of a unit, or of none. */
    record OfUnit(@Nullable Unit unit, List<Guest> guests) {

        private int order() {
            return unit == null ? Integer.MAX_VALUE : unit.sortOrder();
        }

        int signed() {
            return (int) guests.stream().filter(Guest::signed).count();
        }

        int came() {
            return (int) guests.stream()
                    .filter(guest -> Boolean.TRUE.equals(guest.attended()))
                    .count();
        }
    }
}
