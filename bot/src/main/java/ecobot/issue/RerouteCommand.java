package ecobot.issue;

import ecobot.chat.CommandCall;
import java.util.List;
import org.springframework.stereotype.Component;

/** 转办: gives an issue to another unit. */
@Component
class RerouteCommand extends MoveCommand {

    private final Shares shares;

    RerouteCommand(MoveDesk desk, Shares shares) {
        super(desk, Move.REROUTE);
        this.shares = shares;
    }

    @Override
    public String name() {
        return "reroute";
    }

    @Override
    Ask read(CommandCall call, List<Long> photos) {
        var arguments = arguments(call);
        var named = shares.in(arguments.text(), call.at());
        return Ask.of(arguments, step(Move.REROUTE, call).saying(named.rest()).to(named.shares()));
    }
}
