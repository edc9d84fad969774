package ecobot.ranking;

import ecobot.ranking.LeagueTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What changed from one table to the next, in words: units that rose, fell, and whose code is another one. */
final class Steps {

    private final LeagueTable table;
    private final @Nullable LeagueTable before;
    private final BriefWords words;
    private final TableWords names;

    /** @param before null when the period before was not posted */
    Steps(LeagueTable table, @Nullable LeagueTable before, BriefWords words, TableWords names) {
        this.table = table;
        this.before = before;
        this.words = words;
        this.names = names;
    }

    /** "大桥镇 5→2、…"; the longest way first; empty when none rose. */
    String risen() {
        return named(moved(1));
    }

    String fallen() {
        return named(moved(-1));
    }

    /** "新丰镇 绿→红、…"; empty when no code got worse. */
    String worse() {
        return named(coded(row -> isWorse(codeBefore(row), row.code())));
    }

    String better() {
        return named(coded(row -> isWorse(row.code(), codeBefore(row))));
    }

    /** "绿→红"; empty when the code is the same or there is nothing to compare with. */
    String codeStep(Row row) {
        return before == null || codeBefore(row) == row.code()
                ? ""
                : step(words.codeStep(), name(codeBefore(row)), name(row.code()));
    }

    private List<String> moved(int direction) {
        return table.ranked().stream()
                .filter(row -> row.lastRank() != null && Integer.signum(risenBy(row)) == direction)
                .sorted(Comparator.comparingInt((Row row) -> -Math.abs(risenBy(row))))
                .map(row -> row.unit() + step(words.step(), row.lastRank(), row.rank()))
                .toList();
    }

    private static int risenBy(Row row) {
        return Objects.requireNonNull(row.lastRank()) - Objects.requireNonNull(row.rank());
    }

    private List<String> coded(Predicate<Row> changed) {
        return before == null
                ? List.of()
                : table.rows().stream()
                        .filter(changed)
                        .map(row -> row.unit() + codeStep(row))
                        .toList();
    }

    private static boolean isWorse(@Nullable Code one, @Nullable Code other) {
        return one != null && other != null && other.isWorseThan(one);
    }

    private @Nullable Code codeBefore(Row row) {
        return before == null ? null : before.rowOf(row.unitId()).map(Row::code).orElse(null);
    }

    private String name(@Nullable Code code) {
        return code == null ? words.none() : names.codes().of(code);
    }

    private static String step(String pattern, @Nullable Object from, @Nullable Object to) {
        return TableWords.fill(pattern, Map.of("from", String.valueOf(from), "to", String.valueOf(to)));
    }

    private String named(List<String> units) {
        if (units.size() <= words.named()) {
            return String.join(words.unitJoin(), units);
        }
        var shown = new ArrayList<>(units.subList(0, words.named()));
        return TableWords.fill(
                words.more(), Map.of("units", String.join(words.unitJoin(), shown), "count", units.size()));
    }
}
