package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.issue.IssuePhoto.Moment;
import java.util.List;
import org.springframework.stereotype.Component;

/** 整改: the unit says what was done, and shows it. */
@Component
class RectifyCommand extends MoveCommand {

    RectifyCommand(MoveDesk desk) {
        super(desk, Move.SUBMIT);
    }

    @Override
    public String name() {
        return "rectify";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        return Ask.of(
                arguments, step(Move.SUBMIT, call).saying(arguments.text()).showing(Moment.AFTER, photos));
    }
}
