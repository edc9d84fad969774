package ecobot.chat;

import ecobot.chat.UndoMapper.UndoStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes back the person's own last command that can be taken back, within five minutes, once. */
@Component
class UndoCommand implements Command {

    static final Duration TIME = Duration.ofMinutes(5);

    private final UndoMapper steps;
    /** Late, for the registry is made of the commands. */
    private final ObjectProvider<CommandRegistry> commands;

    UndoCommand(UndoMapper steps, ObjectProvider<CommandRegistry> commands) {
        this.steps = steps;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public Reply handle(CommandCall call) {
        var step = steps.find(call.member().id());
        if (step == null) {
            throw UserMistake.of("chat/nothing-to-undo", Map.of());
        }
        var entry = commands.getObject().named(step.command()).orElseThrow();
        if (call.at().isAfter(step.doneAt().plus(TIME))) {
            throw UserMistake.of(
                    "chat/too-late-to-undo", new TooLate(entry.words().name(), step));
        }
        // Only whoever removes the row may go on: the same person may ask in two conversations at once.
        if (steps.remove(call.member().id(), step.token()) == 0) {
            throw UserMistake.of("chat/nothing-to-undo", Map.of());
        }
        return entry.command().undo(call, step.token());
    }

    record TooLate(String name, Instant doneAt, long minutes) {
        TooLate(String name, UndoStep step) {
            this(name, step.doneAt(), TIME.toMinutes());
        }
    }
}
