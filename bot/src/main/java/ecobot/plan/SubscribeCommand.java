package ecobot.plan;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import org.springframework.stereotype.Component;

/** 订阅: what the group gets without asking and what else there is; with a post behind it, one more. */
@Component
class SubscribeCommand implements Command {

    private final Subscriptions subscriptions;

    SubscribeCommand(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "subscribe";
    }

    @Override
    public Reply handle(CommandCall call) {
        return call.arguments().isEmpty() ? subscriptions.list(call) : subscriptions.subscribe(call);
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return subscriptions.undo(call, token);
    }
}
