package ecobot.reminder;

import ecobot.calendar.Zone;
import ecobot.issue.DueIssues.Due;
import ecobot.reminder.Morning.Entry;
import ecobot.reminder.Morning.Section;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes lines and sections out of piles. For one morning: the roster does not change under it. */
final class Entries {

    private static final int LONGEST = 24;
    private static final Comparator<Due> MOST_URGENT =
            Comparator.comparing(Due::dueAt).thenComparing(Due::number);

    private final Today today;
    private final Ladder ladder;
    private final Roster roster;
    private final Map<Long, List<Member>> liaisons = new HashMap<>();

    Entries(Today today, Ladder ladder, Roster roster) {
        this.today = today;
        this.ladder = ladder;
        this.roster = roster;
    }

    /** @param leftOut issues that are neither listed nor counted */
    Section section(List<Pile> piles, Set<Due> leftOut, int most) {
        int count = piles.stream()
                .mapToInt(pile -> pile.size() - pile.countOf(leftOut))
                .sum();
        var listed = piles.stream()
                .flatMap(pile -> pile.issues().stream())
                .filter(issue -> leftOut.stream().noneMatch(left -> left.number() == issue.number()))
                .sorted(MOST_URGENT)
                .limit(most)
                .map(this::entry)
                .toList();
        return new Section(count, listed, count - listed.size());
    }

    /** Who answers for an issue: whoever took it on, as long as he is still there; else all liaisons of the unit. */
    List<Member> inCharge(long unitId, @Nullable Long handlerId) {
        var handler = handlerId == null
                ? null
                : roster.member(handlerId)
                        .filter(member -> isOf(unitId, member))
                        .orElse(null);
        return handler == null
                ? liaisons.computeIfAbsent(unitId, id -> roster.membersOf(id, Role.LIAISON))
                : List.of(handler);
    }

    String unit(long id) {
        return roster.unit(id).map(Unit::name).orElse("");
    }

    private Entry entry(Due issue) {
        var people = inCharge(issue.unitId(), issue.handlerId());
        int overdue = today.overdue(issue.dueOn());
        return new Entry(
                issue.number(),
                roster.unit(issue.unitId()).map(Unit::shortName).orElse(""),
                where(issue.place(), issue.description()),
                issue.dueOn(),
                LocalTime.ofInstant(issue.dueAt(), Zone.SHANGHAI),
                Math.abs(overdue),
                issue.dueOn().equals(today.day()),
                people.isEmpty() ? "" : people.get(0).name(),
                people.size() > 1,
                ladder.rungAt(overdue));
    }

    /** The place and what is wrong there, as far as a line on a phone goes; a description often begins with the place. */
    static String where(@Nullable String place, String description) {
        boolean said = place == null || place.isBlank() || description.contains(place);
        var text = said ? description : place + " " + description;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }

    private static boolean isOf(long unitId, Member member) {
        var unit = member.unit();
        return unit != null && unit.id() == unitId;
    }
}
