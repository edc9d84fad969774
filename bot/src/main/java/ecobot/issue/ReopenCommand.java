package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 重开: an issue was closed too early. */
@Component
class ReopenCommand extends MoveCommand {

    ReopenCommand(MoveDesk desk) {
        super(desk, Move.REOPEN);
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        return Ask.of(arguments, step(Move.REOPEN, call).saying(arguments.text()));
    }
}
