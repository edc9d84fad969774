package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.ranking.AppealViews.Listed;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import org.springframework.stereotype.Component;

/** {@code /申诉}: a unit's liaison objects to a posted table, a manager of the bureau decides. */
@Component
class AppealCommand implements Command {

    private final Appeals appeals;
    private final AppealFiling filing;
    private final AppealDecision decision;
    private final Snapshots snapshots;
    private final Templates templates;

    AppealCommand(
            Appeals appeals, AppealFiling filing, AppealDecision decision, Snapshots snapshots, Templates templates) {
        this.appeals = appeals;
        this.filing = filing;
        this.decision = decision;
        this.snapshots = snapshots;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "appeal";
    }

    @Override
    public Reply handle(CommandCall call) {
        var parts = call.arguments().strip().split("\\s+", 2);
        var first = Folding.fold(parts[0]);
        var rest = parts.length == 1 ? "" : parts[1];
        var words = words();
        if (words.grant().contains(first)) {
            return decision.grant(call, rest);
        } else if (words.reject().contains(first)) {
            return decision.reject(call, rest);
        } else if (words.withdraw().contains(first)) {
            return filing.withdraw(call, rest);
        }
        return first.isEmpty() && call.message().quoted() == null ? list(call) : filing.file(call, words);
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return question.field().equals(AppealFiling.REASON)
                ? filing.reason(call, question)
                : decision.answer(call, question);
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return filing.undo(call, token);
    }

    /** All open ones for the bureau, those of the own unit for everybody else. */
    private Reply list(CommandCall call) {
        var unit = call.member().unit();
        boolean all = unit == null || unit.kind() == Unit.Kind.BUREAU;
        var open = all || unit == null ? appeals.open() : appeals.openOf(unit);
        var newest = snapshots.newest().filter(posted -> !all);
        return Reply.of(
                "ranking/appeals",
                new Listed(
                        all,
                        unit == null ? "" : unit.name(),
                        open.stream().map(appeals::item).toList(),
                        open.size(),
                        newest.map(Snapshot::id).orElse(null),
                        newest.filter(posted -> !appeals.isOver(posted, call.at()))
                                .map(appeals::until)
                                .orElse(null)));
    }

    private AppealWords words() {
        return templates.words(AppealWords.FILE, AppealWords.class);
    }
}
