package ecobot.chat;

import ecobot.chat.Dialogues.Dialogue;
import ecobot.chat.Dialogues.Place;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Leaves the open question. What was already done stays done. */
@Component
class CancelCommand implements Command {

    private final Dialogues dialogues;
    /** Late, for the registry is made of the commands. */
    private final ObjectProvider<CommandRegistry> commands;

    CancelCommand(Dialogues dialogues, ObjectProvider<CommandRegistry> commands) {
        this.dialogues = dialogues;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public Reply handle(CommandCall call) {
        var place = new Place(call.message().conversationId(), call.member().id());
        return dialogues
                .of(place)
                .filter(asked -> asked.openAt(call.at()))
                .map(this::left)
                .orElseGet(() -> Reply.of("chat/nothing-to-cancel", Map.of()));
    }

    private Reply left(Dialogue open) {
        return commands.getObject()
                .named(open.command())
                .flatMap(asker -> asker.command().left(open.question()))
                .orElseGet(() -> Reply.of("chat/cancelled", Map.of()));
    }
}
