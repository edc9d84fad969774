package ecobot.library;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import org.springframework.stereotype.Component;

/** {@code /资料}: one material by its number, all of them by words; for trainers and admins also what is done with the shelf. */
@Component
class MaterialCommand implements Command {

    static final String NAME = "material";

    private final SearchDesk desk;
    private final KeeperDesk keepers;
    private final Uploads uploads;

    MaterialCommand(SearchDesk desk, KeeperDesk keepers, Uploads uploads) {
        this.desk = desk;
        this.keepers = keepers;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "material";
    }

    /** Documents are nobody else's; of workbooks see the commands of the tables. */
    @Override
    public boolean takesFile(String fileName) {
        return uploads.takes(fileName);
    }

    @Override
    public Reply handle(CommandCall call) {
        if (hasDocument(call)) {
            return uploads.take(call);
        }
        return keepers.answer(call).orElseGet(() -> desk.answer(call, null));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return hasDocument(call) ? uploads.take(call) : keepers.resume(call, question);
    }

    private boolean hasDocument(CommandCall call) {
        return call.isPrivate()
                && call.message().files().stream()
                        .findFirst()
                        .filter(file -> uploads.takes(file.fileName()))
                        .isPresent();
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return keepers.undo(call, token);
    }
}
