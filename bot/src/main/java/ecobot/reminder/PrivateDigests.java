package ecobot.reminder;

import ecobot.issue.DueIssues.Due;
import ecobot.reminder.Morning.MemberDigest;
import ecobot.reminder.Morning.Reader;
import ecobot.reminder.Morning.UnitPart;
import ecobot.reminder.Rung.Tell;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What single people are told: the piles whose rung names them, without what they have acknowledged there. One digest a person. */
final class PrivateDigests {

    private final Ladder ladder;
    private final Roster roster;
    private final Entries entries;
    private final Acknowledged acknowledged;
    private final Map<Long, List<Member>> managers = new HashMap<>();
    private final List<Member> bureau;

    PrivateDigests(Ladder ladder, Roster roster, Entries entries, Acknowledged acknowledged) {
        this.ladder = ladder;
        this.roster = roster;
        this.entries = entries;
        this.acknowledged = acknowledged;
        this.bureau = roster.membersWith(Role.MANAGER).stream()
                .filter(PrivateDigests::isOfBureau)
                .toList();
    }

    List<MemberDigest> of(List<Pile> piles) {
        var told = new LinkedHashMap<Long, Desk>();
        for (var pile : piles) {
            for (var tell : List.of(Tell.LIAISON, Tell.MANAGER, Tell.BUREAU)) {
                if (ladder.tells(tell, pile.step())) {
                    people(tell, pile)
                            .forEach(member ->
                                    told.computeIfAbsent(member.id(), Desk::new).put(tell, pile));
                }
            }
        }
        return told.values().stream()
                .map(this::digest)
                .filter(digest -> digest.count() > 0)
                .sorted(Comparator.comparing(MemberDigest::memberId))
                .toList();
    }

    private List<Member> people(Tell tell, Pile pile) {
        return switch (tell) {
            case LIAISON -> entries.inCharge(pile.unitId(), pile.handlerId());
            case MANAGER -> managers.computeIfAbsent(pile.unitId(), id -> roster.membersOf(id, Role.MANAGER));
            case BUREAU -> bureau;
            case GROUP, AGENDA -> List.of();
        };
    }

    private MemberDigest digest(Desk desk) {
        var leftOut = acknowledged.by(desk.memberId);
        int silent = desk.piles.stream().mapToInt(pile -> pile.countOf(leftOut)).sum();
        int all = desk.piles.stream().mapToInt(Pile::size).sum();
        int agenda = desk.piles.stream()
                .filter(pile -> ladder.tells(Tell.AGENDA, pile.step()))
                .mapToInt(pile -> pile.size() - pile.countOf(leftOut))
                .sum();
        var parts = parts(desk, leftOut);
        int shown = desk.reader() == Reader.BUREAU ? ladder.shown().units() : 1;
        var listed = parts.stream().limit(shown).toList();
        int listedCount =
                listed.stream().mapToInt(part -> part.issues().count()).sum();
        return new MemberDigest(
                desk.memberId,
                desk.reader(),
                all - silent,
                silent,
                listed,
                parts.size() - listed.size(),
                all - silent - listedCount,
                agenda);
    }

    /** By unit, the one with the most issues first. */
    private List<UnitPart> parts(Desk desk, Set<Due> leftOut) {
        int most = desk.reader() == Reader.BUREAU
                ? ladder.shown().perUnit()
                : ladder.shown().privately();
        Map<Long, List<Pile>> byUnit = desk.piles.stream()
                .collect(Collectors.groupingBy(Pile::unitId, LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .map(unit -> new UnitPart(entries.unit(unit.getKey()), entries.section(unit.getValue(), leftOut, most)))
                .filter(part -> part.issues().count() > 0)
                .sorted(Comparator.comparing((UnitPart part) -> part.issues().count())
                        .reversed())
                .toList();
    }

    private static boolean isOfBureau(Member member) {
        return Optional.ofNullable(member.unit())
                .filter(unit -> unit.kind() == Unit.Kind.BUREAU)
                .isPresent();
    }

    /** What lies before one person. Somebody who is told for several reasons is told once. */
    private static final class Desk {

        private final long memberId;
        private final Set<Tell> reasons = EnumSet.noneOf(Tell.class);
        private final List<Pile> piles = new ArrayList<>();
        private final Set<Pile> known = Collections.newSetFromMap(new IdentityHashMap<>());

        Desk(long memberId) {
            this.memberId = memberId;
        }

        void put(Tell reason, Pile pile) {
            reasons.add(reason);
            if (known.add(pile)) {
                piles.add(pile);
            }
        }

        Reader reader() {
            if (reasons.contains(Tell.BUREAU)) {
                return Reader.BUREAU;
            }
            return reasons.contains(Tell.LIAISON) ? Reader.LIAISON : Reader.MANAGER;
        }
    }
}
