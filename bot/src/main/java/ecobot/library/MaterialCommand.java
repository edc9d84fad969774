package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import org.springframework.stereotype.Component;

/** {@code /资料}: one material by its number, all of them by words. */
@Component
class MaterialCommand implements Command {

    private final SearchDesk desk;

    MaterialCommand(SearchDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "material";
    }

    @Override
    public Reply handle(CommandCall call) {
        return desk.answer(call, null);
    }
}
