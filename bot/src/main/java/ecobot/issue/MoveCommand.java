package ecobot.issue;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.roster.Role;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What the commands have in common that move issues: one or several numbers, or the message that is quoted; else the person chooses. Who may do it
 * is in the table of moves.
 */
abstract class MoveCommand implements Command {

    private final MoveDesk desk;
    private final Move[] moves;

    /** @param moves the moves that the command can make, the commonest first */
    MoveCommand(MoveDesk desk, Move... moves) {
        this.desk = desk;
        this.moves = moves.clone();
    }

    /**
     * Reads what was typed.
     *
     * @param photos ids of the fetches of the pictures that came with it
     */
    abstract Ask read(CommandCall call, List<Long> photos);

    @Override
    public Set<Role> roles() {
        return desk.rolesOf(moves);
    }

    @Override
    public Reply handle(CommandCall call) {
        var photos = desk.wanted(call);
        return desk.perform(call, photos, read(call, photos));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        var whole = desk.answered(call, question);
        var photos = desk.photosOf(call, question);
        return desk.perform(whole, photos, read(whole, photos));
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return desk.takeBack(call, token);
    }

    /** The numbers and the words that were typed. */
    MoveArguments arguments(CommandCall call) {
        return arguments(call, call.arguments());
    }

    /** @param typed what is left of the call's once the command has taken out its own words */
    MoveArguments arguments(CommandCall call, String typed) {
        return desk.arguments(call, typed);
    }

    /** The beginning of a step of this call. */
    static Step step(Move move, CommandCall call) {
        return Step.of(move, call.member(), call.inboxId(), call.at());
    }

    /**
     * What is asked for.
     *
     * @param numbers empty when none was named
     * @param move what it is about, for choosing
     * @param step by number
     */
    record Ask(List<Long> numbers, Move move, LongFunction<Step> step) {

        static Ask of(MoveArguments arguments, Step step) {
            return new Ask(arguments.numbers(), step.move(), number -> step);
        }
    }
}
