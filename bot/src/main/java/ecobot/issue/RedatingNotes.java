package ecobot.issue;

import ecobot.chat.Announcements;
import ecobot.chat.Reply.GroupNote;
import ecobot.chat.Reply.MemberNote;
import ecobot.issue.Redating.Moved;
import ecobot.roster.Group;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Says which dates moved: one message to each unit's own group, the one that is bound to the fewest units; where a unit has no group, to its
 * liaisons in private.
 */
@Component
class RedatingNotes {

    private static final int SHOWN = 30;

    private final Roster roster;
    private final Announcements announcements;

    RedatingNotes(Roster roster, Announcements announcements) {
        this.roster = roster;
        this.announcements = announcements;
    }

    /** @param key of this change of the calendar */
    void tell(String key, List<Moved> all) {
        var byGroup = new TreeMap<Group, List<Moved>>(Comparator.comparing(Group::id));
        var byUnit = new TreeMap<Long, List<Moved>>();
        for (var moved : all) {
            ownGroup(moved.unitId())
                    .map(group -> byGroup.computeIfAbsent(group, none -> new ArrayList<>()))
                    .orElseGet(() -> byUnit.computeIfAbsent(moved.unitId(), none -> new ArrayList<>()))
                    .add(moved);
        }
        byGroup.forEach((group, moved) -> announcements.tell(
                key + ":group:" + group.id(), new GroupNote(group, "issue/redated", Redated.of(moved), List.of())));
        byUnit.forEach((unitId, moved) -> roster.membersOf(unitId, Role.LIAISON)
                .forEach(liaison -> announcements.tell(
                        key + ":member:" + liaison.id(), new MemberNote(liaison, "issue/redated", Redated.of(moved)))));
    }

    private Optional<Group> ownGroup(long unitId) {
        return roster.groupsOf(unitId).stream()
                .min(Comparator.comparingInt((Group group) -> group.unitIds().size())
                        .thenComparingLong(Group::id));
    }

    /**
     * What is told.
     *
     * @param more how many are not shown
     */
    record Redated(int count, List<Row> issues, int more) {

        static Redated of(List<Moved> moved) {
            var rows = moved.stream()
                    .sorted(Comparator.comparing(Moved::to).thenComparing(Moved::number))
                    .map(issue -> new Row(issue.number(), issue.from(), issue.to()))
                    .limit(SHOWN)
                    .toList();
            return new Redated(moved.size(), rows, moved.size() - rows.size());
        }
    }

    record Row(long number, LocalDate from, LocalDate to) {}
}
