package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import org.springframework.stereotype.Component;

/** {@code /资料}: one material by its number, all of them by words; for trainers and admins also what is done with the shelf. */
@Component
class MaterialCommand implements Command {

    private final SearchDesk desk;
    private final KeeperDesk keepers;

    MaterialCommand(SearchDesk desk, KeeperDesk keepers) {
        this.desk = desk;
        this.keepers = keepers;
    }

    @Override
    public String name() {
        return "material";
    }

    @Override
    public Reply handle(CommandCall call) {
        return keepers.answer(call).orElseGet(() -> desk.answer(call, null));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return keepers.resume(call, question);
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return keepers.undo(call, token);
    }
}
