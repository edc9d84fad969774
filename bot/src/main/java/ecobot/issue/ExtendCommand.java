package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.DaySpan;
import ecobot.deadline.Deadlines;
import ecobot.issue.Step.Span;
import ecobot.issue.VerifyWords.Verdict;
import ecobot.text.Folding;
import java.util.List;
import org.springframework.stereotype.Component;

/** 延期: a liaison asks for more time and says why; a manager of the bureau decides. */
@Component
class ExtendCommand extends MoveCommand {

    /** For an example where no number was typed. */
    private static final long ANY = 12;

    private final VerifyWords verdicts;
    private final Deadlines deadlines;

    ExtendCommand(MoveDesk desk, Templates templates, Deadlines deadlines) {
        super(desk, Move.ASK_EXTENSION, Move.GRANT_EXTENSION, Move.REFUSE_EXTENSION);
        this.verdicts = templates.words("issue/verdicts", VerifyWords.class);
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return "extend";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var found = Verdicts.in(call.arguments(), verdicts.verdicts());
        var arguments = MoveArguments.of(call, found.rest());
        if (found.says(Verdict.PASS)) {
            return Ask.of(arguments, step(Move.GRANT_EXTENSION, call).saying(arguments.text()));
        }
        if (found.says(Verdict.BACK)) {
            return Ask.of(arguments, step(Move.REFUSE_EXTENSION, call).saying(arguments.text()));
        }
        var said = arguments.text();
        var days = deadlines.span(Folding.fold(said)).orElseThrow(() -> howLong(arguments));
        var span = new Span(days.amount(), days.unit());
        return Ask.of(arguments, step(Move.ASK_EXTENSION, call).longerBy(span).saying(without(days, said)));
    }

    private static UserMistake howLong(MoveArguments arguments) {
        long number = arguments.numbers().isEmpty() ? ANY : arguments.numbers().get(0);
        return UserMistake.of("issue/how-long", new HowLong(number));
    }

    private static String without(DaySpan days, String typed) {
        var rest = typed.substring(0, days.start()) + " " + typed.substring(days.end());
        return rest.replaceAll("^[\\s,;:\uFF0C\uFF1B\uFF1A\u3001\u3002]+", "").strip();
    }

    /** @param number of the issue, for the example */
    record HowLong(long number) {}
}
