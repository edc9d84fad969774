package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.StandingTarget;
import ecobot.outbox.Outgoing.Todo;
import ecobot.roster.ListedRoster;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has a todo, and until when. */
class IssueTodosTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Step STEP = Step.of(Move.ACCEPT, null, null, NOW);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    private final ListedRoster roster = new ListedRoster();
    private final Member liaison = roster.member("liaison", "\u65b0\u4e30", Role.LIAISON);
    private final Member other = roster.member("other", "\u65b0\u4e30", Role.LIAISON);
    private final Member elsewhere = roster.member("elsewhere", "\u51e4\u6865", Role.LIAISON);
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final List<Outgoing> stored = outbox.stored;

    private IssueTodos todos(boolean on) {
        var templates = IssueFixture.templatesAt(NOW);
        var views = IssueFixture.viewsAt(NOW, roster);
        return new IssueTodos(FixedExtras.with(Extra.TODOS, on), outbox, roster, views, templates);
    }

    private Issue issue(State state, Member of, @Nullable Member handler, LocalDate dueOn) {
        var unit = of.unit();
        assertThat(unit).isNotNull();
        var dueAt = dueOn.atTime(9, 30).toInstant(java.time.ZoneOffset.UTC);
        var course = new Course(
                state,
                unit.id(),
                handler == null ? null : handler.id(),
                NOW,
                new Deadline(3, DayUnit.WORKING, LocalDate.of(2026, 3, 2), "default", 0, DayUnit.WORKING, dueOn, dueAt),
                null,
                null,
                null,
                null,
                null);
        return new Issue(
                12, liaison.id(), null, Source.PATROL, List.of(Kind.WATER), null, "# @all [x](y)", NOW, null, course);
    }

    private List<String> said() {
        var said = stored.stream()
                .map(message -> (Todo) message.content())
                .map(todo -> todo.staffId() + (todo.done() ? " done" : " open"))
                .toList();
        stored.clear();
        return said;
    }

    @Test
    void new_issue_is_a_todo_of_its_units_liaisons_and_then_of_who_signs_for_it() {
        var todos = todos(true);
        var assigned = issue(State.ASSIGNED, liaison, null, FRIDAY);
        var taken = issue(State.RECTIFYING, liaison, liaison, FRIDAY);

        todos.began(assigned);
        assertThat(stored).allSatisfy(message -> {
            assertThat(message.target()).isInstanceOf(StandingTarget.class);
            assertThat(((Todo) message.content()).dueAt())
                    .isEqualTo(assigned.deadline().dueAt());
            assertThat(((Todo) message.content()).subject()).contains("12").doesNotContain("@", "[", "](");
        });
        assertThat(said()).containsExactlyInAnyOrder(liaison.staffId() + " open", other.staffId() + " open");

        todos.moved(assigned, taken, STEP, 5);
        assertThat(said()).containsExactly(other.staffId() + " done");
    }

    @Test
    void todo_is_ticked_off_when_handed_in_and_comes_back_when_sent_back() {
        var todos = todos(true);
        var taken = issue(State.RECTIFYING, liaison, liaison, FRIDAY);
        var submitted = issue(State.SUBMITTED, liaison, liaison, FRIDAY);

        todos.moved(taken, submitted, STEP, 6);
        assertThat(said()).containsExactly(liaison.staffId() + " done");
        todos.moved(submitted, taken, STEP, 7);
        assertThat(said()).containsExactly(liaison.staffId() + " open");
    }

    @Test
    void issue_that_goes_elsewhere_takes_its_todo_along() {
        todos(true)
                .moved(
                        issue(State.RECTIFYING, liaison, liaison, FRIDAY),
                        issue(State.ASSIGNED, elsewhere, null, FRIDAY),
                        STEP,
                        8);

        assertThat(said()).containsExactly(liaison.staffId() + " done", elsewhere.staffId() + " open");
    }

    @Test
    void other_date_changes_the_todo_and_the_same_one_costs_no_call() {
        var todos = todos(true);
        var taken = issue(State.RECTIFYING, liaison, liaison, FRIDAY);

        todos.moved(taken, taken, STEP, 9);
        assertThat(said()).isEmpty();
        todos.moved(taken, issue(State.RECTIFYING, liaison, liaison, FRIDAY.plusDays(3)), STEP, 10);
        assertThat(said()).containsExactly(liaison.staffId() + " open");
    }

    @Test
    void nothing_is_stored_while_todos_are_off() {
        todos(false).began(issue(State.ASSIGNED, liaison, null, FRIDAY));

        assertThat(stored).isEmpty();
    }
}
