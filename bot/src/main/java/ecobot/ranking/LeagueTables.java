package ecobot.ranking;

import ecobot.chat.Templates;
import ecobot.issue.Issues;
import ecobot.issue.UnitFigures;
import ecobot.ranking.LeagueTable.Entry;
import ecobot.ranking.LeagueTable.Figures;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes tables from the issues as they are. */
@Component
class LeagueTables {

    private final Issues issues;
    private final Roster roster;
    private final Snapshots snapshots;
    private final Templates templates;

    LeagueTables(Issues issues, Roster roster, Snapshots snapshots, Templates templates) {
        this.issues = issues;
        this.roster = roster;
        this.snapshots = snapshots;
        this.templates = templates;
        rules();
        words();
    }

    /** The table of {@code period} as seen at {@code now}, with the change against the period before: as posted, else as it was at its end. */
    LeagueTable of(Period period, Instant now) {
        var earlier = period.previous();
        var before = snapshots
                .latest(earlier)
                .map(snapshot -> snapshot.content().table())
                .orElseGet(() -> counted(earlier, earlier.endsAt(), null));
        return counted(period, period.cutOff(now), before);
    }

    /** The rules in force. */
    Rules rules() {
        return templates.words("ranking/rules", Rules.class);
    }

    TableWords words() {
        return templates.words("ranking/picture", TableWords.class);
    }

    private LeagueTable counted(Period period, Instant cutOff, @Nullable LeagueTable before) {
        var figures = issues.figures(period.startsAt(), cutOff, cutOff).stream()
                .collect(Collectors.toMap(UnitFigures::unitId, Function.identity()));
        return LeagueTable.of(period, cutOff, rules(), entries(figures), before);
    }

    private List<Entry> entries(Map<Long, UnitFigures> figures) {
        return roster.rankedUnits().stream()
                .map(unit -> entry(unit, figures.getOrDefault(unit.id(), UnitFigures.none(unit.id()))))
                .toList();
    }

    private static Entry entry(Unit unit, UnitFigures figures) {
        return new Entry(
                unit.id(),
                unit.name(),
                unit.sortOrder(),
                new Figures(figures.due(), figures.closedOnTime(), figures.closedLate(), figures.overdueNow()));
    }
}
