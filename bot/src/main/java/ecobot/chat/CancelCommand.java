package ecobot.chat;

import ecobot.chat.Dialogues.Place;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves the open question. What was already done stays done. */
@Component
class CancelCommand implements Command {

    private final Dialogues dialogues;

    CancelCommand(Dialogues dialogues) {
        this.dialogues = dialogues;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public Reply handle(CommandCall call) {
        var place = new Place(call.message().conversationId(), call.member().id());
        boolean open =
                dialogues.of(place).filter(asked -> asked.openAt(call.at())).isPresent();
        return Reply.of(open ? "chat/cancelled" : "chat/nothing-to-cancel", Map.of());
    }
}
