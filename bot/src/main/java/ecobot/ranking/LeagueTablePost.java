package ecobot.ranking;

import ecobot.chat.Post;
import ecobot.roster.Group;
import ecobot.scheduler.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The weekly league table: the week that had ended at the planned time, and those before it that a holiday kept from being posted, each as a picture and as a list for phones and screen readers; managers get theirs in private. A week that
 * was posted with the same figures is not posted again, unless it was taken back and somebody asks for it; with other figures it is the next version.
 */
@Component
class LeagueTablePost implements Post {

    static final String NAME = "league-table";

    private final WeeksToPost weeks;
    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final PostedAlready already;
    private final ManagerBriefs briefs;
    private final TableCard card;

    LeagueTablePost(
            WeeksToPost weeks,
            LeagueTables tables,
            Snapshots snapshots,
            PostedAlready already,
            ManagerBriefs briefs,
            TableCard card) {
        this.weeks = weeks;
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
        return edition(occurrence, weeks.of(occurrence));
    }

    /** The tables of periods, in order, as their occurrence posted them, else as it posts them now. */
    Edition edition(Occurrence occurrence, List<Period> periods) {
        var before = snapshots.allOfOccurrence(occurrence.id());
        var posted = before.isEmpty() ? firstTime(occurrence, periods) : before;
        return posted.isEmpty() ? group -> List.of() : edition(posted);
    }

    /** One after the other: the codes of a period follow those of the one before. */
    private List<Snapshot> firstTime(Occurrence occurrence, List<Period> periods) {
        var posted = new ArrayList<Snapshot>();
        for (var period : periods) {
            firstTime(occurrence, period).ifPresent(posted::add);
        }
        return posted;
    }

    private Optional<Snapshot> firstTime(Occurrence occurrence, Period period) {
        var table = tables.of(period, occurrence.plannedAt());
        var same = already.same(table);
        return same.isPresent()
                ? same.flatMap(posted -> again(occurrence, posted))
                : Optional.of(snapshots.freeze(table, tables.words(), occurrence.id()));
    }

    private Optional<Snapshot> again(Occurrence occurrence, Snapshot posted) {
        return occurrence.byHand() && already.isTakenBack(posted)
                ? Optional.of(snapshots.repost(posted, occurrence.id()))
                : Optional.empty();
    }

    /** Managers get the latest one. */
    private Edition edition(List<Snapshot> posted) {
        return briefs.edition(
                posted.get(posted.size() - 1),
                group -> posted.stream()
                        .flatMap(snapshot -> parts(snapshot, group))
                        .toList());
    }

    /** The picture is the same for all; a list of a large table also has the group's own units. */
    private Stream<Part> parts(Snapshot snapshot, Group group) {
        var content = snapshot.content();
        var shown = Extract.of(content.table(), content.view(), group.unitIds(), tables.words());
        return Stream.of(
                new PicturePart(snapshot.pictureHash()),
                new TextPart("ranking/league-table", AppealViews.Posted.of(snapshot, shown), card.of(snapshot, group)));
    }
}
