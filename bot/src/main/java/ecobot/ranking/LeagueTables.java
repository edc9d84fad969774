package ecobot.ranking;

import ecobot.chat.Templates;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Tally;
import ecobot.issue.TallySpan;
import ecobot.issue.UnitFigures;
import ecobot.push.ReadRates;
import ecobot.push.ReadRates.UnitRate;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes tables from the issues as they are, and from what was read of what was pushed. */
@Component
class LeagueTables {

    private final LeftOut leftOut;
    private final Spans spans;
    private final Roster roster;
    private final Snapshots snapshots;
    private final ObjectProvider<TaskTargets> targets;
    private final ReadRates reading;
    private final Templates templates;

    LeagueTables(
            LeftOut leftOut,
            Spans spans,
            Roster roster,
            Snapshots snapshots,
            ObjectProvider<TaskTargets> targets,
            ReadRates reading,
            Templates templates) {
        this.leftOut = leftOut;
        this.spans = spans;
        this.roster = roster;
        this.snapshots = snapshots;
        this.targets = targets;
        this.reading = reading;
        this.templates = templates;
        rules();
        words();
    }

    /**
     * The table of {@code period} as seen at {@code now}, with the change against the period before: as posted, else as it was at its end,
     * following what was posted before that.
     */
    LeagueTable of(Period period, Instant now) {
        return of(period, null, now);
    }

    /** Likewise of issues of one kind alone; of all when null. A year is not compared with the one before. */
    LeagueTable of(Period period, @Nullable Kind kind, Instant now) {
        return counted(period, kind, period.cutOff(now), rules(), leftOut.tally(period), before(period, kind));
    }

    /** A table made again: its own period, cut-off and rules, the issues as they are now without those of {@code leaveOut}. */
    LeagueTable again(LeagueTable table, Set<Long> leaveOut) {
        var tally = leftOut.tally(table.period(), leaveOut);
        var before = before(table.period(), table.kind());
        return counted(table.period(), table.kind(), table.cutOffAt(), table.rules(), tally, before);
    }

    private @Nullable LeagueTable before(Period period, @Nullable Kind kind) {
        if (period.kind() == Period.Kind.YEAR) {
            return null;
        }
        var earlier = period.previous();
        var before = posted(earlier, kind);
        return before == null
                ? counted(
                        earlier,
                        kind,
                        earlier.endsAt(),
                        rules(),
                        leftOut.tally(earlier),
                        posted(earlier.previous(), kind))
                : before;
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

    /** Tables of one kind are never posted. */
    private @Nullable LeagueTable posted(Period period, @Nullable Kind kind) {
        return kind != null
                ? null
                : snapshots
                        .latest(period)
                        .map(snapshot -> snapshot.content().table())
                        .orElse(null);
    }

    private LeagueTable counted(
            Period period,
            @Nullable Kind kind,
            Instant cutOff,
            Rules rules,
            Tally tally,
            @Nullable LeagueTable before) {
        var figures = byUnit(tally.of(spans.of(period, cutOff, rules), kind));
        var entries = entries(figures, tasks(period, kind, cutOff, tally), training(period, kind, cutOff));
        return LeagueTable.of(period, kind, cutOff, rules, entries, before);
    }

    /** What was pushed is read by everybody, whatever kind of issues it is about: tables of one kind leave it out. */
    private Map<Long, Share> training(Period period, @Nullable Kind kind, Instant cutOff) {
        return kind != null
                ? Map.of()
                : reading.of(period.startsAt(), cutOff, cutOff).stream()
                        .collect(Collectors.toMap(UnitRate::unitId, rate -> new Share(rate.haveRead(), rate.wanted())));
    }

    private List<Entry> entries(Map<Long, UnitFigures> figures, Map<Long, Share> tasks, Map<Long, Share> training) {
        return roster.rankedUnits().stream()
                .map(unit -> entry(
                        unit,
                        figures.getOrDefault(unit.id(), UnitFigures.none(unit.id())),
                        tasks.getOrDefault(unit.id(), Share.NONE),
                        training.getOrDefault(unit.id(), Share.NONE)))
                .toList();
    }

    /** Of the month that the cut-off lies in; of a year, of all its months up to then. */
    private Map<Long, Share> tasks(Period period, @Nullable Kind kind, Instant cutOff, Tally tally) {
        var last = MonthProgress.at(cutOff);
        Map<Long, Share> sums = new HashMap<>(tasks(last, kind, cutOff, tally));
        if (period.kind() == Period.Kind.YEAR) {
            for (var month = YearMonth.from(period.from()); month.isBefore(last.month()); month = month.plusMonths(1)) {
                var end = Period.of(month).endsAt();
                tasks(MonthProgress.at(end), kind, end, tally)
                        .forEach((unit, share) -> sums.merge(unit, share, Share::plus));
            }
        }
        return sums;
    }

    private Map<Long, Share> tasks(MonthProgress progress, @Nullable Kind kind, Instant cutOff, Tally tally) {
        var wanted = targets(progress.month(), kind);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var done = byUnit(tally.of(TallySpan.of(progress.startsAt(), cutOff, cutOff), kind));
        Map<Long, Share> shares = new HashMap<>();
        wanted.forEach((unitId, target) -> {
            var figures = done.getOrDefault(unitId, UnitFigures.none(unitId));
            shares.put(unitId, progress.of(target, figures.reported(), figures.closed()));
        });
        return shares;
    }

    private Map<Long, Targets> targets(YearMonth month, @Nullable Kind kind) {
        var known = targets.getIfAvailable();
        return known == null ? Map.of() : known.of(month, kind);
    }

    private static Map<Long, UnitFigures> byUnit(List<UnitFigures> figures) {
        return figures.stream().collect(Collectors.toMap(UnitFigures::unitId, Function.identity()));
    }

    private static Entry entry(Unit unit, UnitFigures figures, Share tasks, Share training) {
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
                        training,
                        figures.sentBack(),
                        figures.failedRechecks()));
    }
}
