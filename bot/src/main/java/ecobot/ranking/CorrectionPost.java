package ecobot.ranking;

import ecobot.chat.Post;
import ecobot.chat.Templates;
import ecobot.ranking.AppealViews.Corrected;
import ecobot.ranking.AppealViews.Posted;
import ecobot.roster.Group;
import ecobot.scheduler.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The corrected table, to the groups that subscribe to that table, the week's or the month's: as the next version of its period, with what changed. Runs in the
 * transaction that grants the appeal; by the clock there is nothing to post.
 */
@Component
class CorrectionPost implements Post {

    static final String NAME = "league-table-correction";

    /** More changes than these are counted only: the table stands below. */
    private static final int SHOWN = 3;

    private final Appeals appeals;
    private final Corrections corrections;
    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final LeftOut leftOut;
    private final Templates templates;

    CorrectionPost(
            Appeals appeals,
            Corrections corrections,
            LeagueTables tables,
            Snapshots snapshots,
            LeftOut leftOut,
            Templates templates) {
        this.appeals = appeals;
        this.corrections = corrections;
        this.tables = tables;
        this.snapshots = snapshots;
        this.leftOut = leftOut;
        this.templates = templates;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ranksUnits() {
        return true;
    }

    /** Goes to those who got the table. */
    @Override
    public boolean forGroups() {
        return false;
    }

    /** The post that tables of a kind of period are posted by. */
    static String postOf(Period period) {
        return period.kind() == Period.Kind.MONTH ? MonthlyTablePost.NAME : LeagueTablePost.NAME;
    }

    /** It is posted when an appeal is granted. */
    @Override
    public boolean planned() {
        return false;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        var parts = new ArrayList<Part>();
        var subscription = LeagueTablePost.NAME;
        for (var appeal : appeals.toPost()) {
            var correction = corrections.of(appeals.inForce(appeal), Set.of());
            if (correction.isEmpty()) {
                throw new IllegalStateException("appeal " + appeal.id() + " was granted and changes nothing");
            }
            subscription = postOf(correction.changes().get(0).after().period());
            for (var change : correction.changes()) {
                var corrected = snapshots.freeze(change.after(), tables.words(), occurrence.id());
                if (correction.changes().get(0).equals(change)) {
                    appeals.posted(appeal, corrected);
                }
                parts.add(new PicturePart(corrected.pictureHash()));
                parts.add(new TextPart("ranking/corrected-table", corrected(appeal, correction, change, corrected)));
            }
        }
        return new Reissue(subscription, parts);
    }

    private record Reissue(String subscription, List<Part> parts) implements Edition {
        Reissue {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Part> partsFor(Group group) {
            return parts;
        }
    }

    private Corrected corrected(Appeal appeal, Correction correction, Correction.Change change, Snapshot corrected) {
        var words = templates.words(AppealWords.FILE, AppealWords.class);
        var changes = new TableChanges(words, tables.words());
        var lines = changes.of(change.before(), change.after(), appeal.unitId());
        return new Corrected(
                Posted.of(corrected, shown(corrected)),
                !correction.changes().get(0).equals(change),
                appeals.item(appeal),
                words.joined(leftOut.by(appeal)),
                appeal.decision(),
                changes.inOneLine(lines, SHOWN),
                change.posted().id());
    }

    private TableView shown(Snapshot corrected) {
        var content = corrected.content();
        return Extract.of(content.table(), content.view(), List.of(), tables.words());
    }
}
