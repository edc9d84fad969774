package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.issue.VerifyWords.Verdict;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 回头看: an inspector looks again some weeks after the closing. */
@Component
class RecheckCommand extends MoveCommand {

    private final VerifyWords words;

    RecheckCommand(MoveDesk desk, Templates templates) {
        super(desk, Move.RECHECK_PASS, Move.RECHECK_FAIL);
        this.words = templates.words("issue/verdicts", VerifyWords.class);
    }

    @Override
    public String name() {
        return "recheck";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var found = Verdicts.in(call.arguments(), words.verdicts());
        var arguments = arguments(call, found.rest());
        if (!found.says(Verdict.PASS) && !found.says(Verdict.BACK)) {
            throw UserMistake.of("issue/which-recheck", Map.of());
        }
        var move = found.says(Verdict.BACK) ? Move.RECHECK_FAIL : Move.RECHECK_PASS;
        return Ask.of(arguments, step(move, call).saying(arguments.text()));
    }
}
