package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /红黄绿}: the code of every unit and why. */
@Component
class CodesCommand implements Command {

    private final PostedTables posted;
    private final LeagueTables tables;

    CodesCommand(PostedTables posted, LeagueTables tables) {
        this.posted = posted;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public Reply handle(CommandCall call) {
        var asked = posted.asked(call.arguments(), call.at());
        if (!asked.table().coded()) {
            throw UserMistake.of("ranking/codes-none", Map.of());
        }
        if (!asked.rest().isEmpty()) {
            throw UserMistake.of("ranking/codes-no-unit", Map.of("typed", asked.rest()));
        }
        return Reply.of("ranking/codes", CodesView.of(asked.table(), asked.posted(), tables.words()));
    }
}
