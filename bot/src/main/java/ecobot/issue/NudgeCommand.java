package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 催办: a manager asks how it is going, once a day at most. */
@Component
class NudgeCommand extends MoveCommand {

    NudgeCommand(MoveDesk desk) {
        super(desk, Move.NUDGE);
    }

    @Override
    public String name() {
        return "nudge";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        return Ask.of(arguments, step(Move.NUDGE, call).saying(arguments.text()));
    }
}
