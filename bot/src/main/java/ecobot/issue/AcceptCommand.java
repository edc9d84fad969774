package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 签收: a liaison takes an issue on for the unit. */
@Component
class AcceptCommand extends MoveCommand {

    AcceptCommand(MoveDesk desk) {
        super(desk, Move.ACCEPT);
    }

    @Override
    public String name() {
        return "accept";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        return Ask.of(arguments, step(Move.ACCEPT, call).saying(arguments.text()));
    }
}
