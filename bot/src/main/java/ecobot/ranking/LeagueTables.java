package ecobot.ranking;

import ecobot.chat.Templates;
import ecobot.issue.Tally;
import ecobot.issue.TallySpan;
import ecobot.issue.UnitFigures;
import ecobot.ranking.Figures.Share;
import ecobot.ranking.LeagueTable.Entry;
import ecobot.ranking.TaskTargets.Targets;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes tables from the issues as they are. */
@Component
class LeagueTables {

    private final Tally tally;
    private final Spans spans;
    private final Roster roster;
    private final Snapshots snapshots;
    private final ObjectProvider<TaskTargets> targets;
    private final Templates templates;

    LeagueTables(
            Tally tally,
            Spans spans,
            Roster roster,
            Snapshots snapshots,
            ObjectProvider<TaskTargets> targets,
            Templates templates) {
        this.tally = tally;
        this.spans = spans;
        this.roster = roster;
        this.snapshots = snapshots;
        this.targets = targets;
        this.templates = templates;
        rules();
        words();
    }

    /**
     * The table of {@code period} as seen at {@code now}, with the change against the period before: as posted, else as it was at its end,
     * following what was posted before that.
     */
    LeagueTable of(Period period, Instant now) {
        var earlier = period.previous();
        var before = posted(earlier);
        return counted(
                period,
                period.cutOff(now),
                before == null ? counted(earlier, earlier.endsAt(), posted(earlier.previous())) : before);
    }

    /** The rules in force. */
    Rules rules() {
        return templates.words("ranking/rules", Rules.class);
    }

    TableWords words() {
        return templates.words("ranking/picture", TableWords.class);
    }

    /** What was counted for a table, by its own rules. */
    TallySpan spanOf(LeagueTable table) {
        return spans.of(table.period(), table.cutOffAt(), table.rules());
    }

    private @Nullable LeagueTable posted(Period period) {
        return snapshots
                .latest(period)
                .map(snapshot -> snapshot.content().table())
                .orElse(null);
    }

    private LeagueTable counted(Period period, Instant cutOff, @Nullable LeagueTable before) {
        var rules = rules();
        var figures = byUnit(tally.of(spans.of(period, cutOff, rules)));
        return LeagueTable.of(period, cutOff, rules, entries(figures, tasks(cutOff)), before);
    }

    private List<Entry> entries(Map<Long, UnitFigures> figures, Map<Long, Share> tasks) {
        return roster.rankedUnits().stream()
                .map(unit -> entry(
                        unit,
                        figures.getOrDefault(unit.id(), UnitFigures.none(unit.id())),
                        tasks.getOrDefault(unit.id(), Share.NONE)))
                .toList();
    }

    private Map<Long, Share> tasks(Instant cutOff) {
        var progress = MonthProgress.at(cutOff);
        var wanted = targets(progress.month());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var done = byUnit(tally.of(TallySpan.of(progress.startsAt(), cutOff, cutOff)));
        Map<Long, Share> shares = new HashMap<>();
        wanted.forEach((unitId, target) -> {
            var figures = done.getOrDefault(unitId, UnitFigures.none(unitId));
            shares.put(unitId, progress.of(target, figures.reported(), figures.closed()));
        });
        return shares;
    }

    private Map<Long, Targets> targets(YearMonth month) {
        var known = targets.getIfAvailable();
        return known == null ? Map.of() : known.of(month);
    }

    private static Map<Long, UnitFigures> byUnit(List<UnitFigures> figures) {
        return figures.stream().collect(Collectors.toMap(UnitFigures::unitId, Function.identity()));
    }

    private static Entry entry(Unit unit, UnitFigures figures, Share tasks) {
        return new Entry(
                unit.id(),
                unit.name(),
                unit.kind(),
                unit.sortOrder(),
                new Figures(
                        figures.due(),
                        figures.closedOnTime(),
                        figures.closedLate(),
                        figures.overdueNow(),
                        figures.overdueLong(),
                        figures.overdueVeryLong(),
                        new Share(figures.passedFirst(), figures.verified()),
                        tasks,
                        Share.NONE,
                        figures.sentBack(),
                        figures.failedRechecks()));
    }
}
