package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 并案: the same problem was reported twice; the one goes on in the other. */
@Component
class MergeCommand extends MoveCommand {

    private final VerifyWords words;

    MergeCommand(MoveDesk desk, Templates templates) {
        super(desk, Move.MERGE);
        this.words = templates.words("issue/verdicts", VerifyWords.class);
    }

    @Override
    public String name() {
        return "merge";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var numbers = Numbers.in(withoutInto(call.folded()));
        var quoted = MoveArguments.of(call, "").numbers();
        var all = numbers.size() == 1 && !quoted.isEmpty() && !quoted.equals(numbers)
                ? List.of(quoted.get(0), numbers.get(0))
                : numbers;
        if (all.size() != 2) {
            throw UserMistake.of("issue/merge-which", Map.of());
        }
        var step = step(Move.MERGE, call).into(all.get(1));
        return new Ask(List.of(all.get(0)), Move.MERGE, number -> step);
    }

    private String withoutInto(String folded) {
        var text = folded;
        for (var word : words.into()) {
            text = text.replace(Folding.fold(word), " ");
        }
        return text;
    }
}
