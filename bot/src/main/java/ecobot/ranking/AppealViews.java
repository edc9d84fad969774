package ecobot.ranking;

import ecobot.ranking.Correction.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates about appeals read. */
final class AppealViews {

    private AppealViews() {}

    // A template's piece reads what it names from the view itself, so a view that holds another one hands on what the
    // pieces ask for.

    /** Reads like the appeal that it holds. */
    interface About {
        Item appeal();

        default String unit() {
            return appeal().unit();
        }

        default String period() {
            return appeal().period();
        }

        default String edition() {
            return appeal().edition();
        }

        default long against() {
            return appeal().against();
        }

        default String reason() {
            return appeal().reason();
        }
    }

    /**
     * The list text of a table as it is posted.
     *
     * @param number by which people appeal against it
     * @param appealDays so many working days after posting
     */
    record Posted(TableView table, long number, int appealDays) implements TableRows {
        /** @param view as much of it as is shown */
        static Posted of(Snapshot snapshot, TableView view) {
            return new Posted(
                    view, snapshot.id(), snapshot.content().table().rules().appealDays());
        }
    }

    /**
     * An appeal in a list or in an answer.
     *
     * @param number of the appeal
     * @param against number of the table
     * @param decision what the manager said; empty for nothing
     */
    record Item(
            long number,
            long against,
            String unit,
            String period,
            String edition,
            String reason,
            String by,
            Instant at,
            String decision) {}

    /**
     * Open appeals.
     *
     * @param all whether those of all units are meant, else those of {@code unit}
     * @param hint a table that may be appealed against; null when none was posted
     * @param until the last day for that; null when it is over
     */
    record Listed(
            boolean all,
            String unit,
            List<Item> items,
            int count,
            @Nullable Long hint,
            @Nullable LocalDate until) {}

    /** An appeal as a manager gets it, with the arithmetic in question. */
    record Told(Item appeal, WhyView why) implements About {
        List<WhyView.TermLine> terms() {
            return why.terms();
        }

        List<WhyView.DeductionLine> deductions() {
            return why.deductions();
        }

        PlaceView place() {
            return why.place();
        }

        TableView.RowView row() {
            return why.row();
        }

        String formula() {
            return why.formula();
        }

        int weights() {
            return why.weights();
        }

        String leftOut() {
            return why.leftOut();
        }
    }

    /**
     * What granting an appeal would change, or has changed.
     *
     * @param again whether it is shown once more because something happened meanwhile
     * @param leftOut numbers of issues that do not count any more; empty for none
     * @param note what the manager said; empty for nothing
     */
    record Ruled(Item appeal, boolean again, String leftOut, String note, List<Part> tables) implements About {}

    /**
     * One table and what changes of it.
     *
     * @param version of what takes its place
     * @param more how many changes are not listed
     */
    record Part(String period, int version, List<String> changes, int more) {
        static Part of(Change change, List<String> lines, int most) {
            return new Part(
                    change.posted().content().view().period(),
                    change.posted().version() + 1,
                    lines.subList(0, Math.min(most, lines.size())),
                    Math.max(0, lines.size() - most));
        }
    }

    /**
     * A corrected table as it is posted.
     *
     * @param followed whether it changed only because one before it did
     * @param what what changed, in one line
     * @param before number of the version before
     */
    record Corrected(
            Posted posted, boolean followed, Item appeal, String leftOut, String note, String what, long before)
            implements TableRows {
        @Override
        public TableView table() {
            return posted.table();
        }
    }
}
