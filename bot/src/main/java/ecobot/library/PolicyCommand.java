package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.library.Material.Category;
import org.springframework.stereotype.Component;

/** {@code /新政}: new policies, by words. */
@Component
class PolicyCommand implements Command {

    private final SearchDesk desk;

    PolicyCommand(SearchDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public Reply handle(CommandCall call) {
        return desk.answer(call, Category.POLICY);
    }
}
