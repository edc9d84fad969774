package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.library.Material.Category;
import org.springframework.stereotype.Component;

/** {@code /知识}: knowledge cards, by words. */
@Component
class KnowledgeCommand implements Command {

    private final SearchDesk desk;

    KnowledgeCommand(SearchDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "knowledge";
    }

    @Override
    public Reply handle(CommandCall call) {
        return desk.answer(call, Category.KNOWLEDGE);
    }
}
