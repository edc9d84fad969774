package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 销号: what inspectors call a verification that found everything in order. */
@Component
class CloseCommand extends MoveCommand {

    CloseCommand(MoveDesk desk) {
        super(desk, Move.VERIFY);
    }

    @Override
    public String name() {
        return "close";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        return Ask.of(arguments, step(Move.VERIFY, call).saying(arguments.text()));
    }
}
