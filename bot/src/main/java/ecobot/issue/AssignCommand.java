package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 交办: gives an issue that nobody answers for to a unit. */
@Component
class AssignCommand extends MoveCommand {

    private final Shares shares;

    AssignCommand(MoveDesk desk, Shares shares) {
        super(desk, Move.ASSIGN);
        this.shares = shares;
    }

    @Override
    public String name() {
        return "assign";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        var named = shares.in(arguments.text(), call.at());
        return Ask.of(arguments, step(Move.ASSIGN, call).saying(named.rest()).to(named.shares()));
    }
}
