package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.issue.Issue.State;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.roster.Role;
import ecobot.text.Folding;
import java.util.List;
import org.springframework.stereotype.Component;

/** 补图: adds photos, in a group by quoting them. What the unit adds while it is at work shows what was done, all else shows the problem. */
@Component
class AddPhotoCommand extends MoveCommand {

    private final Issues issues;
    private final VerifyWords words;

    AddPhotoCommand(MoveDesk desk, Issues issues, Templates templates) {
        super(desk, Move.ADD_PHOTO);
        this.issues = issues;
        this.words = templates.words("issue/verdicts", VerifyWords.class);
    }

    @Override
    public String name() {
        return "add-photo";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        var folded = Folding.fold(arguments.text());
        return new Ask(
                arguments.numbers(),
                Move.ADD_PHOTO,
                number -> step(Move.ADD_PHOTO, call)
                        .saying(arguments.text())
                        .showing(moment(number, folded, call), photos));
    }

    private Moment moment(long number, String folded, CommandCall call) {
        if (words.after().stream().anyMatch(folded::contains)) {
            return Moment.AFTER;
        } else if (words.before().stream().anyMatch(folded::contains)) {
            return Moment.BEFORE;
        }
        return issues.byNumber(number)
                .filter(issue -> issue.state() == State.RECTIFYING || issue.state() == State.SUBMITTED)
                .filter(issue -> isOwnLiaison(issue, call))
                .map(issue -> Moment.AFTER)
                .orElse(Moment.BEFORE);
    }

    private static boolean isOwnLiaison(Issue issue, CommandCall call) {
        var unit = call.member().unit();
        return unit != null && unit.id() == issue.unitId() && call.member().is(Role.LIAISON);
    }
}
