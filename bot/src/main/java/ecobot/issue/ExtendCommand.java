package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.deadline.UnclearDeadline;
import ecobot.issue.Step.Span;
import ecobot.issue.VerifyWords.Verdict;
import ecobot.text.Folding;
import ecobot.text.Text;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** 延期: a liaison asks for more time and says why; a manager of the bureau decides. */
@Component
class ExtendCommand extends MoveCommand {

    /** For an example where no number was typed. */
    private static final long ANY = 12;

    private final VerifyWords verdicts;
    private final Deadlines deadlines;
    private final Issues issues;

    ExtendCommand(MoveDesk desk, Templates templates, Deadlines deadlines, Issues issues) {
        super(desk, Move.ASK_EXTENSION, Move.GRANT_EXTENSION, Move.REFUSE_EXTENSION);
        this.verdicts = templates.words("issue/verdicts", VerifyWords.class);
        this.deadlines = deadlines;
        this.issues = issues;
    }

    @Override
    public String name() {
        return "extend";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var found = Verdicts.in(call.arguments(), verdicts.verdicts());
        var arguments = arguments(call, found.rest());
        if (found.says(Verdict.PASS)) {
            return Ask.of(arguments, step(Move.GRANT_EXTENSION, call).saying(arguments.text()));
        }
        if (found.says(Verdict.BACK)) {
            return Ask.of(arguments, step(Move.REFUSE_EXTENSION, call).saying(arguments.text()));
        }
        var said = arguments.text();
        var days = deadlines.span(Folding.fold(said));
        if (days.isEmpty()) {
            return until(call, arguments);
        }
        var span = new Span(days.get().amount(), days.get().unit());
        var reason = without(days.get().start(), days.get().end(), said);
        return Ask.of(arguments, step(Move.ASK_EXTENSION, call).longerBy(span).saying(reason));
    }

    /** A date is as many days as lie between it and each issue's own. */
    private Ask until(CommandCall call, MoveArguments arguments) {
        var said = withoutUntil(arguments.text());
        boolean asked = !said.equals(arguments.text());
        var date = deadlines
                .atStart(Folding.fold(said))
                .filter(found -> asked || Text.standsAlone(said, found.from(), found.to()))
                .orElseThrow(() -> howLong(arguments));
        var outcome = deadlines.typed(date, Source.PATROL, call.at());
        var wanted = outcome.deadline();
        if (wanted == null) {
            throw UnclearDeadline.of(outcome).mistake();
        }
        var step = step(Move.ASK_EXTENSION, call).saying(without(date.from(), date.to(), said));
        return new Ask(arguments.numbers(), Move.ASK_EXTENSION, number -> step.longerBy(between(number, wanted)));
    }

    private Span between(long number, Deadline wanted) {
        var days = issues.byNumber(number)
                .map(issue -> ChronoUnit.DAYS.between(issue.deadline().dueOn(), wanted.dueOn()))
                .orElse(0L);
        return new Span(Math.toIntExact(days), DayUnit.CALENDAR);
    }

    private String withoutUntil(String typed) {
        return verdicts.until().stream()
                .filter(typed::startsWith)
                .findFirst()
                .map(word -> typed.substring(word.length()))
                .orElse(typed);
    }

    private static UserMistake howLong(MoveArguments arguments) {
        long number = arguments.numbers().isEmpty() ? ANY : arguments.numbers().get(0);
        return UserMistake.of("issue/how-long", new HowLong(number));
    }

    private static String without(int start, int end, String typed) {
        var rest = typed.substring(0, start) + " " + typed.substring(end);
        return rest.replaceAll("^[\\s,;:\uFF0C\uFF1B\uFF1A\u3001\u3002]+", "").strip();
    }

    /** @param number of the issue, for the example */
    record HowLong(long number) {}
}
