package ecobot.ranking;

import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which table a question is about, and that table: as it was posted where it was, else worked out. */
@Component
class PostedTables {

    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final Roster roster;
    private final Templates templates;

    PostedTables(LeagueTables tables, Snapshots snapshots, Roster roster, Templates templates) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.roster = roster;
        this.templates = templates;
        templates.words(RankWords.FILE, RankWords.class);
    }

    /**
     * A table that is asked for.
     *
     * @param table with the units that are asked for
     * @param snapshot where it comes from; null when it was not posted
     * @param subject kind and group that are asked for; empty for everything
     * @param view the table in words; as it was posted, if that and nothing less is asked for
     */
    record Asked(LeagueTable table, @Nullable Snapshot snapshot, Wanted wanted, String subject, TableView view) {

        /** Whether it is as it was posted, and so known to everybody. */
        boolean posted() {
            return snapshot != null;
        }

        /** The words that named the table, as typed; empty when there were none. */
        String words() {
            return wanted.words();
        }

        /** What else was typed. */
        String rest() {
            return wanted.rest();
        }
    }

    /** Without a period: the last week that was posted, this week when none was. */
    Asked asked(String arguments, Instant now) {
        var wanted = read(arguments, now);
        return wanted.period() == null && wanted.kind() == null
                ? snapshots.before(Period.weekOf(now), 1).stream()
                        .findFirst()
                        .map(snapshot -> of(snapshot, wanted))
                        .orElseGet(() -> of(Period.weekOf(now), wanted, now))
                : current(wanted, now);
    }

    /**
     * Without a period: this week so far.
     *
     * @throws UserMistake when the period has not begun
     */
    Asked current(String arguments, Instant now) {
        return current(read(arguments, now), now);
    }

    private Wanted read(String arguments, Instant now) {
        return WantedReader.read(
                arguments,
                templates.words(RankWords.FILE, RankWords.class),
                templates.words(TaskWords.FILE, TaskWords.class),
                tables.rules(),
                now);
    }

    private Asked current(Wanted wanted, Instant now) {
        var period = wanted.period() == null ? Period.weekOf(now) : wanted.period();
        if (period.startsAt().isAfter(now)) {
            throw UserMistake.of("ranking/period-ahead", Map.of("period", TableView.period(period, tables.words())));
        }
        return of(period, wanted, now);
    }

    private Asked of(Period period, Wanted wanted, Instant now) {
        return snapshots
                .latest(period)
                .filter(snapshot -> wanted.kind() == null && period.isOver(now))
                .map(snapshot -> of(snapshot, wanted))
                .orElseGet(() -> worked(tables.of(period, wanted.kind(), now), wanted));
    }

    private Asked of(Snapshot snapshot, Wanted wanted) {
        var table = snapshot.content().table();
        if (wanted.group() == null) {
            return new Asked(table, snapshot, wanted, "", snapshot.content().view());
        }
        var some = some(table, wanted);
        var subject = subject(wanted);
        return new Asked(
                some, snapshot, wanted, subject, TableView.of(some, snapshot.version(), subject, tables.words()));
    }

    private Asked worked(LeagueTable table, Wanted wanted) {
        var some = some(table, wanted);
        var subject = subject(wanted);
        return new Asked(some, null, wanted, subject, TableView.of(some, 0, subject, tables.words()));
    }

    private LeagueTable some(LeagueTable table, Wanted wanted) {
        var group = wanted.group();
        if (group == null) {
            return table;
        }
        var members = roster.units().stream()
                .filter(unit -> group.kinds().contains(unit.kind()))
                .map(Unit::id)
                .collect(Collectors.toSet());
        return table.only(row -> members.contains(row.unitId()));
    }

    private String subject(Wanted wanted) {
        var kind = wanted.kind();
        var group = wanted.group();
        return Stream.of(
                        kind == null
                                ? ""
                                : templates
                                        .words(TaskWords.FILE, TaskWords.class)
                                        .kind(kind),
                        group == null ? "" : group.name())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(tables.words().rules().and()));
    }

    /** What was posted of the weeks or months before this one, the latest first. */
    List<Snapshot> history(Period.Kind kind, Instant now, int limit) {
        return snapshots.before(Period.holding(kind, now), limit);
    }
}
