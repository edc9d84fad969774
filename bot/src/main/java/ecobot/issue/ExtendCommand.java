package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.deadline.UnclearDeadline;
import ecobot.issue.MoreTime.Days;
import ecobot.issue.MoreTime.Until;
import ecobot.issue.Step.Span;
import ecobot.issue.VerifyWords.Verdict;
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
    private final MoreTime time;

    ExtendCommand(MoveDesk desk, Templates templates, Deadlines deadlines, Issues issues) {
        super(desk, Move.ASK_EXTENSION, Move.GRANT_EXTENSION, Move.REFUSE_EXTENSION);
        this.verdicts = templates.words("issue/verdicts", VerifyWords.class);
        this.deadlines = deadlines;
        this.issues = issues;
        this.time = new MoreTime(deadlines, verdicts.until());
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
        var wanted = time.in(arguments.text()).orElseThrow(() -> howLong(arguments));
        if (wanted instanceof Until until) {
            return until(call, arguments, until);
        }
        var days = (Days) wanted;
        return Ask.of(
                arguments, step(Move.ASK_EXTENSION, call).longerBy(days.span()).saying(days.reason()));
    }

    /** A date is as many days as lie between it and each issue's own. */
    private Ask until(CommandCall call, MoveArguments arguments, Until until) {
        var outcome = deadlines.typed(until.day(), Source.PATROL, call.at());
        var wanted = outcome.deadline();
        if (wanted == null) {
            throw UnclearDeadline.of(outcome).mistake();
        }
        var step = step(Move.ASK_EXTENSION, call).saying(until.reason());
        return new Ask(arguments.numbers(), Move.ASK_EXTENSION, number -> step.longerBy(between(number, wanted)));
    }

    private Span between(long number, Deadline wanted) {
        var days = issues.byNumber(number)
                .map(issue -> ChronoUnit.DAYS.between(issue.deadline().dueOn(), wanted.dueOn()))
                .orElse(0L);
        return new Span(Math.toIntExact(days), DayUnit.CALENDAR);
    }

    private static UserMistake howLong(MoveArguments arguments) {
        long number = arguments.numbers().isEmpty() ? ANY : arguments.numbers().get(0);
        return UserMistake.of("issue/how-long", new HowLong(number));
    }

    /** @param number of the issue, for the example */
    record HowLong(long number) {}
}
