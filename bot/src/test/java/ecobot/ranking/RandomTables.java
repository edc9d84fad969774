package ecobot.ranking;

import ecobot.ranking.Figures.Share;
import ecobot.ranking.LeagueTable.Entry;
import ecobot.roster.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Tables of anything: two periods, rules with and without groups, units with and without each sort of figure. */
final class RandomTables {

    private static final List<Rules.Group> GROUPS = List.of(
            new Rules.Group("镇", List.of(Unit.Kind.TOWN)), new Rules.Group("街道", List.of(Unit.Kind.SUBDISTRICT)));

    private RandomTables() {}

    static LeagueTable next(Random random) {
        var rules = rules(random);
        int units = 1 + random.nextInt(14);
        var before = LeagueTable.of(
                LeagueTableFixture.WEEK.previous(),
                LeagueTableFixture.WEEK.startsAt(),
                rules,
                entries(units, random),
                null);
        return table(entries(units, random), rules, random.nextBoolean() ? before : null);
    }

    static LeagueTable table(List<Entry> entries, Rules rules, @Nullable LeagueTable before) {
        return LeagueTable.of(LeagueTableFixture.WEEK, LeagueTableFixture.CUT_OFF, rules, entries, before);
    }

    static Rules rules(Random random) {
        return new Rules(
                1 + random.nextInt(9),
                new Rules.Weights(
                        1 + random.nextInt(60),
                        random.nextInt(30),
                        random.nextInt(20),
                        random.nextInt(20),
                        random.nextInt(10)),
                new Rules.Deductions(random.nextInt(4), random.nextInt(12), random.nextInt(3), random.nextInt(3)),
                1 + random.nextInt(4),
                random.nextBoolean() ? GROUPS : List.of(),
                new Rules.Bands(1, random.nextInt(3), 1),
                new Rules.Overrides(5, 15, 2, 1),
                List.of(),
                5,
                null);
    }

    static List<Entry> entries(int units, Random random) {
        List<Entry> entries = new ArrayList<>();
        for (int id = 1; id <= units; id++) {
            var kind = random.nextBoolean() ? Unit.Kind.TOWN : Unit.Kind.SUBDISTRICT;
            entries.add(new Entry(id, "单位" + id, kind, id, figures(random)));
        }
        return entries;
    }

    static Figures figures(Random random) {
        int due = random.nextInt(20);
        int onTime = random.nextInt(due + 1);
        int overdue = random.nextInt(6);
        int overdueLong = random.nextInt(overdue + 1);
        return new Figures(
                due,
                onTime,
                random.nextInt(due - onTime + 1),
                overdue,
                overdueLong,
                random.nextInt(overdueLong + 1),
                share(random),
                share(random),
                share(random),
                random.nextInt(3),
                random.nextInt(3));
    }

    private static Share share(Random random) {
        int of = random.nextInt(9);
        return new Share(random.nextInt(of + 1), of);
    }
}
