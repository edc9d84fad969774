package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /历史}: a unit's codes over the last weeks or months whose tables were posted, which everybody has seen. */
@Component
class HistoryCommand implements Command {

    private static final int PERIODS = 12;

    private final PostedTables posted;
    private final LeagueTables tables;
    private final UnitAsked units;
    private final Templates templates;

    HistoryCommand(PostedTables posted, LeagueTables tables, UnitAsked units, Templates templates) {
        this.posted = posted;
        this.tables = tables;
        this.units = units;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Reply handle(CommandCall call) {
        var monthly = templates.words(RankWords.FILE, RankWords.class).monthly();
        var typed = List.of(call.arguments().strip().split("\\s+"));
        var months = typed.stream().filter(word -> isMonthly(word, monthly)).toList();
        var rest = typed.stream().filter(word -> !isMonthly(word, monthly)).toList();
        var kind = months.isEmpty() ? Period.Kind.WEEK : Period.Kind.MONTH;
        return units.answer(call, String.join(" ", rest), String.join(" ", months), unit -> history(call, unit, kind));
    }

    private static boolean isMonthly(String word, List<String> monthly) {
        return RankWords.holds(monthly, Folding.fold(word));
    }

    private Reply history(CommandCall call, Unit unit, Period.Kind kind) {
        var snapshots = posted.history(kind, call.at(), PERIODS);
        return Reply.of("ranking/history", HistoryView.of(unit.name(), unit.id(), kind, snapshots, tables.words()));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return handle(call);
    }
}
