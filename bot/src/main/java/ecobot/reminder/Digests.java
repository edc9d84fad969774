package ecobot.reminder;

import ecobot.calendar.WorkCalendar;
import ecobot.issue.DueIssues;
import ecobot.issue.DueIssues.Band;
import ecobot.issue.DueIssues.Due;
import ecobot.issue.Issue;
import ecobot.issue.IssueViews;
import ecobot.reminder.Morning.GroupDigest;
import ecobot.reminder.Rung.Tell;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out what everybody is told on one morning: two queries for all issues, and a few hundred people and groups in memory. */
@Component
class Digests {

    private final DueIssues issues;
    private final ReminderMapper reminders;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final IssueViews views;

    Digests(DueIssues issues, ReminderMapper reminders, Roster roster, WorkCalendar calendar, IssueViews views) {
        this.issues = issues;
        this.reminders = reminders;
        this.roster = roster;
        this.calendar = calendar;
        this.views = views;
    }

    /**
     * What is to be told.
     *
     * @param groups that are to be told
     * @param kinds the kinds of issue that some of them want alone, by id of the group
     */
    Morning of(LocalDate day, Ladder ladder, List<Group> groups, Map<Long, Set<Issue.Kind>> kinds) {
        var today = new Today(day, calendar);
        var bands = today.bands(ladder);
        var ackRows = reminders.acknowledged();
        var acknowledged = new Acknowledged(ladder, ackRows, stillDue(ackRows, bands));
        int most = ladder.shown().most() + Acknowledged.most(ackRows);
        var piles = Pile.of(issues.due(bands, most));
        var entries = new Entries(today, ladder, roster);
        return new Morning(
                day,
                groupDigests(ladder, groups, kinds, new Piles(ladder, bands, piles), entries),
                new PrivateDigests(ladder, roster, entries, acknowledged).of(piles));
    }

    /** The dates that are on the agenda. */
    List<Band> agenda(LocalDate day, Ladder ladder) {
        return new Today(day, calendar)
                .bands(ladder).stream()
                        .filter(band -> ladder.tells(Tell.AGENDA, band.key()))
                        .toList();
    }

    private List<Due> stillDue(List<ReminderMapper.AckRow> rows, List<Band> bands) {
        var numbers = rows.stream()
                .map(ReminderMapper.AckRow::issueId)
                .distinct()
                .sorted()
                .toList();
        return issues.among(numbers, bands);
    }

    private List<GroupDigest> groupDigests(
            Ladder ladder, List<Group> groups, Map<Long, Set<Issue.Kind>> kinds, Piles piles, Entries entries) {
        return groups.stream()
                .map(group -> groupDigest(ladder, group, kinds.getOrDefault(group.id(), Set.of()), piles, entries))
                .filter(digest -> !digest.isEmpty())
                .toList();
    }

    /** What groups are told of, by unit: asked for once for each choice of kinds. */
    private final class Piles {

        private final Ladder ladder;
        private final List<Band> bands;
        private final Map<Set<Issue.Kind>, Map<Long, List<Pile>>> byKinds = new HashMap<>();

        Piles(Ladder ladder, List<Band> bands, List<Pile> all) {
            this.ladder = ladder;
            this.bands = bands;
            byKinds.put(Set.of(), byUnit(all));
        }

        Map<Long, List<Pile>> of(Set<Issue.Kind> kinds) {
            return byKinds.computeIfAbsent(
                    kinds,
                    some -> byUnit(
                            Pile.of(issues.due(bands, some, ladder.shown().section()))));
        }

        private Map<Long, List<Pile>> byUnit(List<Pile> piles) {
            return piles.stream()
                    .filter(pile -> ladder.tells(Tell.GROUP, pile.step()))
                    .collect(Collectors.groupingBy(Pile::unitId));
        }
    }

    private static List<Pile> pilesOf(Group group, Map<Long, List<Pile>> byUnit) {
        return group.unitIds().stream()
                .map(byUnit::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private GroupDigest groupDigest(Ladder ladder, Group group, Set<Issue.Kind> kinds, Piles all, Entries entries) {
        int most = ladder.shown().section();
        var piles = pilesOf(group, all.of(kinds));
        return new GroupDigest(
                group.id(),
                group.unitIds().size() > 1,
                views.kinds(kinds),
                entries.section(on(piles, step -> step > 0), Set.of(), most),
                entries.section(on(piles, step -> step == 0), Set.of(), most),
                entries.section(on(piles, step -> step < 0), Set.of(), most));
    }

    private static List<Pile> on(List<Pile> piles, IntPredicate steps) {
        return piles.stream().filter(pile -> steps.test(pile.step())).toList();
    }
}
