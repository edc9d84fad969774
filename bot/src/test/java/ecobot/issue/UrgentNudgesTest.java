package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.outbox.Outgoing.Ding;
import ecobot.roster.ListedRoster;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which nudges ring, and on whose phone. */
class UrgentNudgesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String URGENT = "\u52a0\u6025";

    private final ListedRoster roster = new ListedRoster();
    private final Member liaison = roster.member("liaison", "\u65b0\u4e30", Role.LIAISON);
    private final Member manager = roster.member("manager", "\u65b0\u4e30", Role.MANAGER);
    private final RecordingOutbox outbox = new RecordingOutbox();

    private void nudge(Move move, String said) {
        var templates = IssueFixture.templatesAt(NOW);
        var views = IssueFixture.viewsAt(NOW, roster);
        var deadline = new Deadline(
                3,
                DayUnit.WORKING,
                LocalDate.of(2026, 3, 2),
                "default",
                0,
                DayUnit.WORKING,
                LocalDate.of(2026, 3, 5),
                NOW);
        var course = new Course(
                State.ASSIGNED, roster.unit("\u65b0\u4e30").id(), null, NOW, deadline, null, null, null, null, null);
        var issue = new Issue(12, 1, null, Source.PATROL, List.of(Kind.WATER), null, "x", NOW, null, course);
        new UrgentNudges(FixedExtras.with(Extra.DINGS), outbox, roster, views, templates)
                .moved(issue, issue, Step.of(move, manager, 1L, NOW).saying(said), 3);
    }

    @Test
    void urgent_nudge_rings_on_the_phones_of_those_who_have_to_act() {
        nudge(Move.NUDGE, URGENT + " @all");

        assertThat(outbox.stored).singleElement().satisfies(message -> {
            var ding = (Ding) message.content();
            assertThat(ding.staffIds()).containsExactly(liaison.staffId());
            assertThat(ding.text()).contains(URGENT, "12").doesNotContain("@");
        });
    }

    @Test
    void nudge_without_the_word_and_every_other_move_are_quiet() {
        nudge(Move.NUDGE, "soon");
        nudge(Move.ASSIGN, URGENT);

        assertThat(outbox.stored).isEmpty();
    }
}
