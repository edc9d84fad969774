package ecobot.ranking;

import ecobot.ranking.Figures.Share;
import ecobot.ranking.LeagueTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a table, a line for each unit: the units that matter most first. */
final class TableChanges {

    private final AppealWords words;
    private final TableWords names;

    TableChanges(AppealWords words, TableWords names) {
        this.words = words;
        this.names = names;
    }

    /** @param first the unit that is told first */
    List<String> of(LeagueTable before, LeagueTable after, long first) {
        return after.rows().stream()
                .filter(row -> !isSame(before.rowOf(row.unitId()).orElse(null), row))
                .sorted(Comparator.comparing((Row row) -> row.unitId() != first)
                        .thenComparing(row -> Objects.equals(codeOf(before, row), row.code())))
                .map(row -> line(before.rowOf(row.unitId()).orElse(null), row))
                .toList();
    }

    /** The first lines as one. */
    String inOneLine(List<String> lines, int most) {
        var shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            shown.add(TableWords.fill(words.more(), Map.of("count", lines.size() - most)));
        }
        return String.join(words.changeJoin(), shown);
    }

    /** Where a unit stood in the table before says nothing about this one. */
    private static boolean isSame(@Nullable Row before, Row after) {
        return before != null
                && Objects.equals(before.score(), after.score())
                && Objects.equals(before.rank(), after.rank())
                && before.figures().equals(after.figures())
                && before.coding().equals(after.coding());
    }

    private static @Nullable Code codeOf(LeagueTable table, Row row) {
        return table.rowOf(row.unitId()).map(Row::code).orElse(null);
    }

    private String line(@Nullable Row before, Row after) {
        var parts = new ArrayList<String>();
        if (before != null) {
            add(parts, words.score(), text(before.score()), text(after.score()));
            add(parts, words.rank(), text(before.rank()), text(after.rank()));
            add(parts, words.code(), text(before.code()), text(after.code()));
            addFigures(parts, before.figures(), after.figures());
        }
        if (parts.isEmpty()) {
            parts.add(words.other());
        }
        return TableWords.fill(
                words.change(), Map.of("unit", after.unit(), "parts", String.join(words.partJoin(), parts)));
    }

    /** What stands in no table is told when it is all that there is: otherwise the score has said it. */
    private void addFigures(List<String> parts, Figures before, Figures after) {
        var figures = words.figures();
        add(parts, figures.due(), before.due(), after.due());
        add(parts, figures.closed(), before.closed(), after.closed());
        add(parts, figures.overdue(), before.overdue(), after.overdue());
        if (!parts.isEmpty()) {
            return;
        }
        add(parts, figures.onTime(), before.onTime(), after.onTime());
        add(parts, figures.overdueLong(), before.overdueLong(), after.overdueLong());
        add(parts, figures.overdueVeryLong(), before.overdueVeryLong(), after.overdueVeryLong());
        add(parts, figures.firstPass(), text(before.firstPass()), text(after.firstPass()));
        add(parts, figures.tasks(), text(before.tasks()), text(after.tasks()));
        add(parts, figures.training(), text(before.training()), text(after.training()));
        add(parts, figures.sentBack(), before.sentBack(), after.sentBack());
        add(parts, figures.failedRechecks(), before.failedRechecks(), after.failedRechecks());
    }

    private static String text(Share share) {
        return share.done() + "/" + share.of();
    }

    private static void add(List<String> parts, String pattern, int from, int to) {
        add(parts, pattern, String.valueOf(from), String.valueOf(to));
    }

    private static void add(List<String> parts, String pattern, String from, String to) {
        if (!from.equals(to)) {
            parts.add(TableWords.fill(pattern, Map.of("from", from, "to", to)));
        }
    }

    private String text(@Nullable Object value) {
        if (value instanceof Code code) {
            return names.codes().of(code);
        }
        return value == null ? words.none() : value.toString();
    }
}
