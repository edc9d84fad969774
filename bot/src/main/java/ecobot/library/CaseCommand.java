package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.library.Material.Category;
import org.springframework.stereotype.Component;

/** {@code /案例}: cases told without names, by words. */
@Component
class CaseCommand implements Command {

    private final SearchDesk desk;

    CaseCommand(SearchDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "case";
    }

    @Override
    public Reply handle(CommandCall call) {
        return desk.answer(call, Category.CASE);
    }
}
