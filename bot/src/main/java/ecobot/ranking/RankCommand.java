package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /排名}: the table of this week so far or of last week, one unit's place in it, and what is posted on Monday. */
@Component
class RankCommand implements Command {

    private static final String UNIT = "unit";

    /** How many tables are looked back at. */
    private static final int TREND = 5;

    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final Publication publication;
    private final Roster roster;
    private final Templates templates;

    RankCommand(LeagueTables tables, Snapshots snapshots, Publication publication, Roster roster, Templates templates) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.publication = publication;
        this.roster = roster;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public Reply handle(CommandCall call) {
        return switch (words().wish(call.folded())) {
            case THIS_WEEK -> table(thisWeek(call), 0);
            case LAST_WEEK -> lastWeek(call);
            case PREVIEW -> publication.preview(call.at());
            case PUBLISH -> publication.publish(call.member(), call.at());
            case UNIT -> place(call);
        };
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return place(call);
    }

    private Reply lastWeek(CommandCall call) {
        var week = Period.weekEndedBefore(call.at());
        return snapshots
                .latest(week)
                .map(posted -> Reply.of("ranking/rank", posted.content().view()))
                .orElseGet(() -> table(tables.of(week, call.at()), 1));
    }

    private Reply place(CommandCall call) {
        var units = roster.unitsNamed(call.arguments());
        if (units.isEmpty()) {
            throw UserMistake.of("ranking/unknown-unit", Map.of("typed", call.arguments()));
        }
        return units.size() == 1 ? placeOf(units.get(0), thisWeek(call)) : whichOf(units);
    }

    private Reply placeOf(Unit unit, LeagueTable table) {
        var row = table.rowOf(unit.id())
                .orElseThrow(() -> UserMistake.of("ranking/unit-not-ranked", Map.of("unit", unit.name())));
        return Reply.of(
                "ranking/rank-unit", PlaceView.of(table, row, tables.words(), snapshots.before(table.period(), TREND)));
    }

    private static Reply whichOf(List<Unit> units) {
        var choices =
                units.stream().map(unit -> new Choice(unit.name(), unit.name())).toList();
        return Reply.of("ranking/which-unit", Map.of()).asking(new Question(UNIT, "{}", choices));
    }

    private Reply table(LeagueTable table, int version) {
        return Reply.of("ranking/rank", TableView.of(table, version, tables.words()));
    }

    private LeagueTable thisWeek(CommandCall call) {
        return tables.of(Period.weekOf(call.at()), call.at());
    }

    private RankWords words() {
        return templates.words("ranking/rank-words", RankWords.class);
    }
}
