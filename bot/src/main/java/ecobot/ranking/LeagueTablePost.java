package ecobot.ranking;

import ecobot.chat.Post;
import ecobot.scheduler.Occurrence;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The weekly league table: the week that had ended at the planned time, as a picture and as a list for phones and screen readers; managers get theirs in private. A week that
 * was posted with the same figures is not posted again, unless it was taken back and somebody asks for it; with other figures it is the next version.
 */
@Component
class LeagueTablePost implements Post {

    static final String NAME = "league-table";

    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final PostedAlready already;
    private final ManagerBriefs briefs;
    private final TableCard card;

    LeagueTablePost(
            LeagueTables tables, Snapshots snapshots, PostedAlready already, ManagerBriefs briefs, TableCard card) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.already = already;
        this.briefs = briefs;
        this.card = card;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ranksUnits() {
        return true;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        return edition(occurrence, Period.weekEndedBefore(occurrence.plannedAt()));
    }

    /** The table of a period, as its occurrence posted it, else as it posts it now. */
    Edition edition(Occurrence occurrence, Period period) {
        return snapshots
                .ofOccurrence(occurrence.id())
                .map(this::edition)
                .orElseGet(() -> firstTime(occurrence, period));
    }

    private Edition firstTime(Occurrence occurrence, Period period) {
        var table = tables.of(period, occurrence.plannedAt());
        return already.same(table)
                .map(posted -> again(occurrence, posted))
                .orElseGet(() -> edition(snapshots.freeze(table, tables.words(), occurrence.id())));
    }

    private Edition again(Occurrence occurrence, Snapshot posted) {
        return occurrence.byHand() && already.isTakenBack(posted)
                ? edition(snapshots.repost(posted, occurrence.id()))
                : group -> List.of();
    }

    /** The picture is the same for all; a list of a large table also has the group's own units. */
    private Edition edition(Snapshot snapshot) {
        var content = snapshot.content();
        var words = tables.words();
        return briefs.edition(
                snapshot,
                group -> List.of(
                        new PicturePart(snapshot.pictureHash()),
                        new TextPart(
                                "ranking/league-table",
                                AppealViews.Posted.of(
                                        snapshot, Extract.of(content.table(), content.view(), group.unitIds(), words)),
                                card.of(snapshot, group))));
    }
}
