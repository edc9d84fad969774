package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /红黄绿}: the code of every unit and why. */
@Component
class CodesCommand implements Command {

    private final PostedTables posted;
    private final LeagueTables tables;
    private final CurrentCodes current;
    private final Templates templates;

    CodesCommand(PostedTables posted, LeagueTables tables, CurrentCodes current, Templates templates) {
        this.posted = posted;
        this.tables = tables;
        this.current = current;
        this.templates = templates;
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
        return Reply.of(
                "ranking/codes", CodesView.of(asked.table(), asked.posted(), tables.words(), since(asked, call.at())));
    }

    /** What is another code by now than in the table, if it is the last one that was posted. */
    private List<CodeChange.Line> since(PostedTables.Asked asked, Instant now) {
        if (!asked.posted()) {
            return List.of();
        }
        var words = templates.words(CodeChangeWords.FILE, CodeChangeWords.class);
        return current.since(asked.table(), now).stream()
                .map(change -> change.line(words, tables.words()))
                .limit(words.most())
                .toList();
    }
}
