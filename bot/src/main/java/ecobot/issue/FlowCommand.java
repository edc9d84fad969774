package ecobot.issue;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.issue.Issue.State;
import ecobot.roster.Member;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** 流程: what this person can do in which state, and what to type; read off the table of moves. */
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
                .map(state -> new Stage(words.of(state), moves(state, call.member())))
                .filter(stage -> !stage.moves().isEmpty())
                .toList();
        return Reply.of("issue/flow", new Flow(states));
    }

    /** What depends on the issue itself is not asked: a liaison sees what liaisons do, each for his unit. */
    private List<Way> moves(State state, Member member) {
        return moveTable.offeredFrom(state).stream()
                .filter(move -> move.who().stream()
                        .anyMatch(actor -> actor.role().filter(member::is).isPresent()))
                .map(move -> new Way(words.of(move.move()), move.type().replace("{number}", "12")))
                .toList();
    }

    record Flow(List<Stage> stages) {}

    record Stage(String state, List<Way> moves) {}

    /** @param type what to type */
    record Way(String move, String type) {}
}
