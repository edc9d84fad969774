package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@code /排名}: a table, of this week so far unless another period is named, of one kind or group alone if one is named; or one unit's place
 * in it; and what is posted on Monday.
 */
@Component
class RankCommand implements Command {

    /** How many tables are looked back at. */
    private static final int TREND = 5;

    private final PostedTables posted;
    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final Publication publication;
    private final UnitAsked units;
    private final Templates templates;

    RankCommand(
            PostedTables posted,
            LeagueTables tables,
            Snapshots snapshots,
            Publication publication,
            UnitAsked units,
            Templates templates) {
        this.posted = posted;
        this.tables = tables;
        this.snapshots = snapshots;
        this.publication = publication;
        this.units = units;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public Reply handle(CommandCall call) {
        return switch (templates.words(RankWords.FILE, RankWords.class).wish(call.folded())) {
            case TABLE ->
                NumberedTable.asked(call.folded(), own(call), snapshots, tables.words())
                        .orElseGet(() -> answer(call));
            case PREVIEW -> publication.preview(call.at());
            case PUBLISH -> publication.publish(call.member(), call.at());
        };
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return answer(call);
    }

    private Reply answer(CommandCall call) {
        var asked = posted.current(call.arguments(), call.at());
        return asked.rest().isEmpty()
                ? Reply.of("ranking/rank", RankView.of(asked).extract(asked.table(), own(call), tables.words()))
                : units.answer(call, asked.rest(), asked.words(), unit -> place(asked, unit));
    }

    /** The units that the group answers for, and the asker's own. */
    private static Set<Long> own(CommandCall call) {
        var own = new HashSet<Long>();
        var group = call.group();
        var unit = call.member().unit();
        if (group != null) {
            own.addAll(group.unitIds());
        }
        if (unit != null) {
            own.add(unit.id());
        }
        return own;
    }

    private Reply place(PostedTables.Asked asked, Unit unit) {
        var table = asked.table();
        var row = table.rowOf(unit.id())
                .orElseThrow(() -> UserMistake.of("ranking/unit-not-ranked", Map.of("unit", unit.name())));
        var earlier = table.coded() ? snapshots.before(table.period(), TREND) : List.<Snapshot>of();
        return Reply.of("ranking/rank-unit", PlaceView.of(table, row, asked.subject(), tables.words(), earlier));
    }
}
