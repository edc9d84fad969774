package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.roster.Unit;
import org.springframework.stereotype.Component;

/** {@code /历史}: a unit's codes over the last tables that were posted, which everybody has seen. */
@Component
class HistoryCommand implements Command {

    private static final int PERIODS = 12;

    private final PostedTables posted;
    private final LeagueTables tables;
    private final UnitAsked units;

    HistoryCommand(PostedTables posted, LeagueTables tables, UnitAsked units) {
        this.posted = posted;
        this.tables = tables;
        this.units = units;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Reply handle(CommandCall call) {
        return units.answer(call, call.arguments().strip(), "", unit -> history(call, unit));
    }

    private Reply history(CommandCall call, Unit unit) {
        var snapshots = posted.history(call.at(), PERIODS);
        return Reply.of("ranking/history", HistoryView.of(unit.name(), unit.id(), snapshots, tables.words()));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return handle(call);
    }
}
