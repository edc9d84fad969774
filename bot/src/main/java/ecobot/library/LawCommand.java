package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.library.Material.Category;
import org.springframework.stereotype.Component;

/** {@code /法规}: laws and rules, by words. */
@Component
class LawCommand implements Command {

    private final SearchDesk desk;

    LawCommand(SearchDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "law";
    }

    @Override
    public Reply handle(CommandCall call) {
        return desk.answer(call, Category.LAW);
    }
}
