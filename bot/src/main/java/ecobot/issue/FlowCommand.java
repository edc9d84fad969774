package ecobot.issue;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.issue.Issue.State;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** 流程: what can be done in which state, by whom, and what to type; read off the table of moves. */
@Component
class FlowCommand implements Command {

    private final MoveTable moveTable;
    private final IssueWords words;

    FlowCommand(MoveTable moveTable, IssueWords words) {
        this.moveTable = moveTable;
        this.words = words;
    }

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public Reply handle(CommandCall call) {
        var states = Arrays.stream(State.values())
                .map(state -> new Stage(words.of(state), moves(state)))
                .filter(stage -> !stage.moves().isEmpty())
                .toList();
        return Reply.of("issue/flow", new Flow(states));
    }

    private List<Way> moves(State state) {
        return moveTable.offeredFrom(state).stream()
                .map(move -> new Way(words.ofActors(move.who()), move.type().replace("{number}", "12")))
                .toList();
    }

    record Flow(List<Stage> stages) {}

    record Stage(String state, List<Way> moves) {}

    /** @param type what to type */
    record Way(String who, String type) {}
}
