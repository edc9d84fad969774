package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.issue.Step.Span;
import ecobot.issue.VerifyWords.Verdict;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 延期: a liaison asks for more time and says why; a manager of the bureau decides. */
@Component
class ExtendCommand extends MoveCommand {

    private final VerifyWords verdicts;
    private final ExtendWords words;

    ExtendCommand(MoveDesk desk, Templates templates) {
        super(desk, Move.ASK_EXTENSION, Move.GRANT_EXTENSION, Move.REFUSE_EXTENSION);
        this.verdicts = templates.words("issue/verdicts", VerifyWords.class);
        this.words = templates.words("issue/extend-words", ExtendWords.class);
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
        var span = words.span(arguments.text()).orElseThrow(() -> UserMistake.of("issue/how-long", Map.of()));
        return Ask.of(arguments, step(Move.ASK_EXTENSION, call).longerBy(span).saying(words.without(arguments.text())));
    }

    /**
     * How people say for how long.
     *
     * @param span a pattern over folded text with the group {@code n}, and the group {@code working} when working days are meant
     */
    record ExtendWords(String span) {

        Optional<Span> span(String typed) {
            var matcher = Pattern.compile(span).matcher(Folding.fold(typed));
            return matcher.find()
                    ? Optional.of(new Span(
                            Integer.parseInt(matcher.group("n")),
                            matcher.group("working") == null ? DayUnit.CALENDAR : DayUnit.WORKING))
                    : Optional.empty();
        }

        String without(String typed) {
            var matcher = Pattern.compile(span).matcher(Folding.fold(typed));
            if (!matcher.find()) {
                return typed;
            }
            var rest = typed.substring(0, matcher.start()) + " " + typed.substring(matcher.end());
            return rest.replaceAll("^[\\s,;:\uFF0C\uFF1B\uFF1A\u3001\u3002]+", "")
                    .strip();
        }
    }
}
