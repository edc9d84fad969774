package ecobot.ranking;

import ecobot.ranking.TableView.RowView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a picture and a list show of a table: all of a small one; the first and last ranked ones of each comparison group of a large one, and the
 * units that somebody answers for. How many is in the rules of the table.
 */
final class Extract {

    private final LeagueTable table;
    private final TableView view;
    private final TableWords words;
    private final Rules.Shown shown;
    private final Set<Long> own;

    private Extract(LeagueTable table, TableView view, Collection<Long> own, TableWords words) {
        this.table = table;
        this.view = view;
        this.words = words;
        this.shown = table.rules().shown();
        var ownRows = table.rows().stream()
                .map(LeagueTable.Row::unitId)
                .filter(new HashSet<>(own)::contains)
                .toList();
        // A group that answers for more than that is no group of a few units' own.
        this.own = Set.copyOf(ownRows.subList(0, Math.min(shown.own(), ownRows.size())));
    }

    /**
     * A view to be shown.
     *
     * @param view all of {@code table}, row by row
     * @param own units that are shown wherever they stand
     */
    static TableView of(LeagueTable table, TableView view, Collection<Long> own, TableWords words) {
        return view.ranked().size() + view.small().size()
                        <= table.rules().shown().top() + table.rules().shown().bottom()
                ? view
                : new Extract(table, view, own, words).view();
    }

    private TableView view() {
        var small = table.unranked();
        List<RowView> smallShown = new ArrayList<>();
        for (int i = 0; i < small.size(); i++) {
            if (own.contains(small.get(i).unitId())) {
                smallShown.add(view.small().get(i));
            }
        }
        int more = small.size() - smallShown.size();
        return view.showing(
                ranked(), smallShown, more == 0 ? "" : TableWords.fill(words.smallMore(), Map.of("count", more)));
    }

    private List<RowView> ranked() {
        var rows = table.ranked();
        int groups = (int) rows.stream().map(LeagueTable.Row::group).distinct().count();
        List<RowView> shownRows = new ArrayList<>();
        int begin = 0;
        while (begin < rows.size()) {
            int end = begin + 1;
            while (end < rows.size()
                    && Objects.equals(rows.get(end).group(), rows.get(begin).group())) {
                end++;
            }
            addGroup(rows, begin, end, groups, shownRows);
            begin = end;
        }
        return shownRows;
    }

    /** The rows of one comparison group, each after what was left out before it; a single row is not left out. */
    private void addGroup(List<LeagueTable.Row> rows, int begin, int end, int groups, List<RowView> shownRows) {
        int top = Math.max(1, shown.top() / groups);
        int bottom = Math.max(1, shown.bottom() / groups);
        int last = begin - 1;
        for (int i = begin; i < end; i++) {
            boolean isShown = i < begin + top
                    || i >= end - bottom
                    || own.contains(rows.get(i).unitId());
            if (!isShown) {
                continue;
            }
            int gap = i - last - 1;
            if (gap == 1) {
                shownRows.add(view.ranked().get(i - 1));
            }
            shownRows.add(gap <= 1 ? view.ranked().get(i) : view.ranked().get(i).after(leftOut(gap)));
            last = i;
        }
    }

    private String leftOut(int count) {
        return TableWords.fill(words.gap(), Map.of("count", count));
    }
}
