package ecobot.plan;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 撤回: takes the post that was sent last back from everybody who got it. Open to all, for many type this word when they mean to take back what they
 * did themselves; they are told how.
 */
@Component
class RecallCommand implements Command {

    private final RecallDesk desk;
    private final Confirmation confirmation;

    RecallCommand(RecallDesk desk, Confirmation confirmation) {
        this.desk = desk;
        this.confirmation = confirmation;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public Reply handle(CommandCall call) {
        if (!Permission.has(call.member())) {
            throw UserMistake.of("plan/recall-or-undo", Map.of());
        }
        var proposal = desk.latest(call.member(), call.arguments());
        return confirmation.ask(Reply.of("plan/confirm-recall", proposal), new Pending(proposal.occurrenceId()));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        if (!confirmation.isYes(call)) {
            return Reply.of("plan/recall-kept", Map.of());
        }
        Permission.require(call.member());
        return desk.recall(
                call.member(), confirmation.pending(question, Pending.class).occurrenceId());
    }

    record Pending(long occurrenceId) {}
}
