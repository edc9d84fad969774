package ecobot.ranking;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.chat.Templates;
import ecobot.ranking.Figures.Share;
import ecobot.ranking.LeagueTable.Entry;
import ecobot.roster.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** The table of Nanhu's eleven units, with every case in it: a tie, a small sample, overdue issues, risers and fallers. */
final class LeagueTableFixture {

    static final Templates TEMPLATES =
            PackagedTemplates.at(Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), Zone.SHANGHAI));
    static final Rules RULES = TEMPLATES.words("ranking/rules", Rules.class);
    static final TableWords WORDS = TEMPLATES.words("ranking/picture", TableWords.class);
    static final Period WEEK = new Period(Period.Kind.WEEK, LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23));
    static final Instant CUT_OFF = WEEK.endsAt();

    static final List<String> UNITS =
            List.of("大桥镇", "七星街道", "东栅街道", "新丰镇", "凤桥镇", "余新镇", "建设街道", "解放街道", "新嘉街道", "南湖街道", "新兴街道");

    private static final int[][] FIGURES = {
        {12, 12, 0, 0},
        {9, 8, 1, 0},
        {14, 9, 3, 2},
        {11, 10, 0, 1},
        {8, 8, 0, 0},
        {10, 4, 3, 3},
        {2, 2, 0, 0},
        {6, 5, 0, 1},
        {7, 6, 1, 0},
        {13, 7, 2, 12},
        {5, 3, 2, 0}
    };

    private LeagueTableFixture() {}

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < UNITS.size(); i++) {
            int[] f = FIGURES[i];
            entries.add(entry(i + 1, UNITS.get(i), f[0], f[1], f[2], f[3]));
        }
        return entries;
    }

    static Entry entry(int id, String unit, int due, int onTime, int late, int overdue) {
        return new Entry(id, unit, kind(unit), id, Figures.of(due, onTime, late, overdue));
    }

    private static Unit.Kind kind(String unit) {
        return unit.endsWith("镇") ? Unit.Kind.TOWN : Unit.Kind.SUBDISTRICT;
    }

    static LeagueTable table() {
        return LeagueTable.of(WEEK, CUT_OFF, RULES, entries(), before());
    }

    /** The table of the week before: other figures, the last unit not in it. */
    static LeagueTable before() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < UNITS.size() - 1; i++) {
            entries.add(entry(i + 1, UNITS.get(i), 10, (i * 7) % 11 > 9 ? 9 : (i * 7) % 10, 0, 0));
        }
        return LeagueTable.of(WEEK.previous(), WEEK.startsAt(), RULES, entries, null);
    }

    /** Towns and subdistricts apart. */
    static LeagueTable grouped() {
        var rules = new Rules(
                RULES.version(),
                RULES.weights(),
                RULES.deductions(),
                RULES.minimum(),
                List.of(
                        new Rules.Group("镇", List.of(Unit.Kind.TOWN)),
                        new Rules.Group("街道", List.of(Unit.Kind.SUBDISTRICT))),
                RULES.bands(),
                RULES.overrides(),
                RULES.consequences(),
                RULES.appealDays(),
                RULES.shown());
        return LeagueTable.of(WEEK, CUT_OFF, rules, entries(), null);
    }

    /** A unit with all sorts of figures, whose code is worse than its rank. */
    static LeagueTable hard() {
        List<Entry> entries = new ArrayList<>(entries());
        entries.set(
                3,
                new Entry(
                        4,
                        "新丰镇",
                        Unit.Kind.TOWN,
                        4,
                        new Figures(10, 9, 0, 1, 1, 1, new Share(4, 5), new Share(6, 6), Share.NONE, 2, 0)));
        return LeagueTable.of(WEEK, CUT_OFF, RULES, entries, before());
    }

    /** The last of twelve tables in a row; random, but for ever the same. */
    static LeagueTable twelfth() {
        var random = new Random(20261128);
        LeagueTable table = null;
        for (int week = 11; week >= 0; week--) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < UNITS.size(); i++) {
                int due = random.nextInt(i == 6 ? 5 : 16);
                int onTime = due - random.nextInt(1 + due / 2);
                int late = random.nextInt(1 + due - onTime);
                entries.add(entry(i + 1, UNITS.get(i), due, onTime, late, due - onTime - late));
            }
            var cutOff = CUT_OFF.minus(Duration.ofDays(7L * week));
            table = LeagueTable.of(Period.weekEndedBefore(cutOff), cutOff, RULES, entries, table);
        }
        return Objects.requireNonNull(table);
    }

    static TableView view() {
        return TableView.of(table(), 1, WORDS);
    }
}
