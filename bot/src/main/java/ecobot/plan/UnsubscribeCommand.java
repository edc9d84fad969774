package ecobot.plan;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import org.springframework.stereotype.Component;

/** 退订: a group gets a post no more. */
@Component
class UnsubscribeCommand implements Command {

    private final Subscriptions subscriptions;

    UnsubscribeCommand(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "unsubscribe";
    }

    @Override
    public Reply handle(CommandCall call) {
        return call.arguments().isEmpty() ? subscriptions.list(call) : subscriptions.unsubscribe(call);
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return subscriptions.undo(call, token);
    }
}
