package ecobot.chat;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandRegistry.Entry;
import ecobot.chat.UndoMapper.UndoStep;
import ecobot.database.PassingTrouble;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a command for a member who may use it and stores what comes of it.
 *
 * <p>The inbox has opened the transaction; each command runs behind a savepoint in it. What it wrote, its audit line, its open question and its
 * answer stay together or go together. After a mistake or a defect everything goes back to the savepoint, and the answer that says so is written in
 * its place and commits with the inbox's mark. Only when the database itself gives up does the whole transaction fail, and the inbox tries again.
 */
@Component
class CommandRunner {

    private static final Logger log = LoggerFactory.getLogger(CommandRunner.class);

    private final Audit audit;
    private final Dialogues dialogues;
    private final UndoMapper undoSteps;
    private final Replies replies;
    private final RoleWords roleWords;
    private final TransactionTemplate savepoint;

    CommandRunner(
            Audit audit,
            Dialogues dialogues,
            UndoMapper undoSteps,
            Replies replies,
            Templates templates,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.dialogues = dialogues;
        this.undoSteps = undoSteps;
        this.replies = replies;
        this.roleWords = templates.words("roster/words", RoleWords.class);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Begins a command. A question that was open before is left behind, whatever comes of this. */
    void start(Turn turn, Entry entry, String arguments) {
        if (!perform(turn, entry, () -> entry.command().handle(turn.call(arguments)))) {
            dialogues.close(turn.place());
        }
    }

    /** Goes on with a command. After a mistake its question stays open. */
    void resume(Turn turn, Entry entry, String words, Question question) {
        perform(turn, entry, () -> entry.command().resume(turn.call(words), question));
    }

    /** Answers a line that is no command. A question in it waits for a command that is not known yet. */
    void answer(Turn turn, Supplier<Reply> work) {
        try {
            savepoint.executeWithoutResult(status -> store(turn, Hints.SUGGESTION, work.get()));
        } catch (RuntimeException e) {
            failed(turn, "chat", e);
        }
    }

    private boolean perform(Turn turn, Entry entry, Supplier<Reply> work) {
        var name = entry.command().name();
        if (!entry.allows(turn.member())) {
            record(turn, name, Outcome.DENIED, "role");
            answer(turn, () -> Reply.of("chat/not-allowed", refusal(entry)));
            return false;
        }
        try {
            savepoint.executeWithoutResult(status -> {
                var reply = work.get();
                conclude(turn, name, reply);
                record(turn, name, Outcome.ALLOWED, null);
            });
            return true;
        } catch (UserMistake mistake) {
            record(turn, name, Outcome.DENIED, "mistake " + mistake.reply().template());
            answer(turn, mistake::reply);
        } catch (RuntimeException e) {
            failed(turn, name, e);
        }
        return false;
    }

    private void conclude(Turn turn, String command, Reply reply) {
        if (reply.question() == null) {
            dialogues.close(turn.place());
        }
        if (reply.undoToken() != null) {
            undoSteps.put(
                    turn.member().id(),
                    new UndoStep(command, reply.undoToken(), turn.item().receivedAt()));
        }
        store(turn, command, reply);
    }

    private void store(Turn turn, String command, Reply reply) {
        if (reply.question() != null) {
            dialogues.ask(turn.place(), command, reply.question(), turn.item().receivedAt());
        }
        replies.send(turn.item().message(), reply);
    }

    private void failed(Turn turn, String command, RuntimeException e) {
        // A deadlock takes the whole transaction with it, savepoints included, so only the inbox can try again.
        if (PassingTrouble.is(e) || e instanceof TransactionException) {
            throw e;
        }
        var who = turn.member().staffId();
        log.error("{}: {} of {} failed; nothing was changed and the sender is told", turn.errorCode(), command, who, e);
        record(turn, command, Outcome.FAILED, turn.errorCode());
        replies.send(turn.item().message(), Reply.of("chat/failed", Map.of("code", turn.errorCode())));
    }

    private Refusal refusal(Entry entry) {
        return new Refusal(entry.words().name(), roleWords.names(entry.command().roles()));
    }

    private void record(Turn turn, String command, Outcome outcome, @Nullable String detail) {
        audit.record(turn.member().staffId(), command, null, outcome, detail);
    }

    /** Who may do it instead. */
    record Refusal(String name, String roles) {}
}
