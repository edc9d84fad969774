package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 拆分: one issue for each of several units; the whole closes with the last of them. */
@Component
class SplitCommand extends MoveCommand {

    private final Shares shares;

    SplitCommand(MoveDesk desk, Shares shares) {
        super(desk, Move.SPLIT);
        this.shares = shares;
    }

    @Override
    public String name() {
        return "split";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        var named = shares.in(arguments.text(), call.at());
        return Ask.of(arguments, step(Move.SPLIT, call).saying(named.rest()).to(named.shares()));
    }
}
