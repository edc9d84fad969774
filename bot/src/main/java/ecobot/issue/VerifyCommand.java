package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.issue.Course.Completion;
import ecobot.issue.Course.Truth;
import ecobot.issue.Verdicts.Found;
import ecobot.issue.VerifyWords.Verdict;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 核查: an inspector finds the rectification in order, or not; or the report untrue. */
@Component
class VerifyCommand extends MoveCommand {

    private final VerifyWords words;

    VerifyCommand(MoveDesk desk, Templates templates) {
        super(desk, Move.VERIFY, Move.SEND_BACK, Move.REJECT);
        this.words = templates.words("issue/verdicts", VerifyWords.class);
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var found = Verdicts.in(call.arguments(), words.verdicts());
        var arguments = arguments(call, found.rest());
        if (found.chosen().isEmpty()) {
            throw UserMistake.of("issue/which-verdict", Map.of("numbers", numbers(arguments)));
        }
        return Ask.of(arguments, step(call, found).saying(arguments.text()));
    }

    private static Step step(CommandCall call, Found<Verdict> found) {
        if (found.says(Verdict.BACK)) {
            return step(Move.SEND_BACK, call);
        } else if (found.says(Verdict.FALSE)) {
            return step(Move.REJECT, call);
        }
        return step(Move.VERIFY, call)
                .finding(
                        found.says(Verdict.PARTLY) ? Truth.PARTLY : Truth.TRUE,
                        found.says(Verdict.STAGED) ? Completion.STAGED : Completion.WHOLE);
    }

    private static String numbers(MoveArguments arguments) {
        return arguments.numbers().isEmpty()
                ? "12"
                : Long.toString(arguments.numbers().get(0));
    }
}
