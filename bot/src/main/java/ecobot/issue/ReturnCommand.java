package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 退回: the issue is not this unit's. */
@Component
class ReturnCommand extends MoveCommand {

    ReturnCommand(MoveDesk desk) {
        super(desk, Move.RETURN);
    }

    @Override
    public String name() {
        return "return";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        return Ask.of(arguments, step(Move.RETURN, call).saying(arguments.text()));
    }
}
