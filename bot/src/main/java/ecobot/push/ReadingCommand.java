package ecobot.push;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Role;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 阅读: who has read what was pushed, by unit; and reminding those who have not. */
@Component
class ReadingCommand implements Command {

    private static final Pattern ASKED = Pattern.compile("#?(\\d{1,9})\u53f7?\\s*(.*)");

    private final ReadingDesk desk;
    private final Confirmation confirmation;
    private final Templates templates;

    ReadingCommand(ReadingDesk desk, Confirmation confirmation, Templates templates) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public Set<Role> roles() {
        return PushCommand.MAY_PUSH;
    }

    @Override
    public Reply handle(CommandCall call) {
        if (call.arguments().isEmpty()) {
            return Reply.of("push/readings", desk.latest());
        }
        var asked = ASKED.matcher(call.folded());
        if (!asked.matches()) {
            throw UserMistake.of("push/reading-how", Map.of("typed", call.arguments()));
        }
        long number = Long.parseLong(asked.group(1));
        if (asked.group(2).isEmpty()) {
            return Reply.of("push/reading-of", desk.one(number, call.member(), call.isPrivate()));
        }
        if (!templates.words(PushWords.FILE, PushWords.class).remind().contains(asked.group(2))) {
            throw UserMistake.of("push/reading-how", Map.of("typed", call.arguments()));
        }
        if (desk.asksFirst(number)) {
            return Reply.of("push/asking-first", Map.of("number", number));
        }
        var proposal = desk.proposal(number, call.member());
        // Who has not read is not for a group's eyes.
        return confirmation.ask(
                Reply.of("push/confirm-nudge", call.isPrivate() ? proposal : proposal.withoutNames()),
                new Pending(number));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        if (!confirmation.isYes(call)) {
            return Reply.of("push/not-nudged", Map.of());
        }
        return desk.nudge(confirmation.pending(question, Pending.class).materialId(), call.member());
    }

    record Pending(long materialId) {}
}
