package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.chat.PackagedTemplates;
import ecobot.issue.AllowedMove.Target;
import ecobot.issue.Issue.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTableTest {

    private static final Path README = Path.of("../README.md");

    private final MoveTable table = new MoveTable(PackagedTemplates.at(IssueFixture.clockAt(Instant.EPOCH)));

    @Test
    void readme_shows_the_diagram_of_the_table() throws IOException {
        assertThat(Files.readString(README)).contains(diagram());
    }

    @Test
    void every_state_that_is_open_can_be_left() {
        for (var state : State.values()) {
            if (state.isOpen()) {
                assertThat(table.offeredFrom(state)).as(state.name()).anyMatch(move -> move.leadsTo(state) != state);
            }
        }
    }

    @Test
    void two_rows_for_one_state_stop_the_start() {
        var rows = new ArrayList<>(table.all());
        rows.add(new AllowedMove(
                Move.ACCEPT, List.of(State.ASSIGNED), Target.CLOSED, "/", "/", List.of(), List.of(), List.of()));

        assertThatThrownBy(() -> new MoveTable(rows)).hasMessageContaining("two rows ACCEPT from ASSIGNED");
    }

    @Test
    void a_move_without_a_row_stops_the_start() {
        var rows = table.all().stream().filter(row -> row.move() != Move.NUDGE).toList();

        assertThatThrownBy(() -> new MoveTable(rows)).hasMessageContaining("no row for [NUDGE]");
    }

    /** In the words of the README's drawing language; moves that stay where they are would only be noise. */
    private String diagram() {
        var lines = new ArrayList<String>();
        lines.add("stateDiagram-v2");
        for (var move : table.all()) {
            for (var from : move.from()) {
                if (move.leadsTo(from) != from) {
                    lines.add("    " + from + " --> " + move.leadsTo(from) + " : " + move.move());
                }
            }
            if (move.from().isEmpty()) {
                lines.add("    [*] --> " + move.leadsTo(State.REPORTED) + " : " + move.move());
            }
        }
        return String.join("\n", lines);
    }
}
