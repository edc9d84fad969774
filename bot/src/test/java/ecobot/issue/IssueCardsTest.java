package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Question.Choice;
import ecobot.chat.Templates;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.StandingTarget;
import ecobot.roster.Group;
import ecobot.roster.ListedRoster;
import ecobot.roster.Unit;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a card says, and which cards follow a move. */
class IssueCardsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Step STEP = Step.of(Move.ACCEPT, null, null, NOW);
    private static final String XINFENG = "\u65b0\u4e30";
    private static final String FENGQIAO = "\u51e4\u6865";

    private final ListedRoster roster = new ListedRoster();
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final Unit unit = roster.unit(XINFENG);
    private final Unit other = roster.unit(FENGQIAO);
    private final Group group = roster.group("one", XINFENG);
    private final Group otherGroup = roster.group("two", FENGQIAO);
    private final Group both = roster.group("both", XINFENG, FENGQIAO);

    private IssueCards cards(boolean on) {
        Templates templates = IssueFixture.templatesAt(NOW);
        var clock = IssueFixture.clockAt(NOW);
        var views = IssueFixture.viewsAt(NOW, roster);
        return new IssueCards(FixedExtras.with(Extra.CARDS, on), outbox, roster, views, templates, clock);
    }

    private static Issue issue(State state, Unit unit) {
        var friday = LocalDate.of(2026, 3, 6);
        var deadline = new Deadline(
                3,
                DayUnit.WORKING,
                LocalDate.of(2026, 3, 2),
                "default",
                0,
                DayUnit.WORKING,
                friday,
                Instant.parse("2026-03-06T09:30:00Z"));
        var course = new Course(state, unit.id(), null, NOW, deadline, null, null, null, null, null);
        return new Issue(
                12, 1, null, Source.PATROL, List.of(Kind.WATER), null, "# @all [x](y) \n> z", NOW, null, course);
    }

    @Test
    void card_says_where_the_issue_stands_and_its_buttons_are_commands_with_its_number() {
        var face = cards(true).of(issue(State.ASSIGNED, unit), group);

        assertThat(face).isNotNull();
        assertThat(face.trackId()).isEqualTo("ecobot-issue-12-" + group.id());
        assertThat(face.buttons())
                .extracting(Choice::says)
                .allMatch(says -> says.startsWith("/") && says.contains("12"));
        assertThat(face.message().text()).doesNotContain("@", "](", "\n>");
        assertThat(cards(false).of(issue(State.ASSIGNED, unit), group)).isNull();
    }

    @Test
    void both_units_cards_follow_an_issue_that_goes_elsewhere_and_the_first_loses_its_steps() {
        cards(true).moved(issue(State.ASSIGNED, unit), issue(State.ASSIGNED, other), STEP, 7);

        assertThat(outbox.stored)
                .extracting(message -> ((StandingTarget) message.target()).id())
                .containsExactlyInAnyOrder("ecobot-issue-12-" + group.id(), "ecobot-issue-12-" + otherGroup.id())
                .doesNotContain("ecobot-issue-12-" + both.id());
        var first = (Outgoing.Card) outbox.stored.get(0).content();
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.buttons()).hasSize(1);
        assertThat(((Outgoing.Card) outbox.stored.get(1).content()).buttons()).hasSize(2);
    }

    @Test
    void move_that_changes_nothing_of_the_course_and_cards_that_are_off_store_nothing() {
        cards(true).moved(issue(State.ASSIGNED, unit), issue(State.ASSIGNED, unit), STEP, 8);
        cards(false).moved(issue(State.ASSIGNED, unit), issue(State.RECTIFYING, unit), STEP, 9);

        assertThat(outbox.stored).isEmpty();
    }
}
