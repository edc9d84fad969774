package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.outbox.Messenger;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.RefusedExtras;
import ecobot.roster.Roster;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation that gives the permission for todos after the fact. */
@EdgesFakedIT
class TodosMadeUpIT {

    private static final String LIAISON = "xinfeng-1";

    private final FakeMessenger messenger;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final IssueMapper rows;
    private final Reporting reporting;
    private final IssueTodos todos;
    private final TodosMadeUp soon;
    private final TodosMadeUp anHourLater;

    @Autowired
    TodosMadeUpIT(
            FakeMessenger messenger,
            Outbox outbox,
            RefusedExtras refused,
            TransactionTemplate transaction,
            JdbcClient sql,
            IssueMapper rows,
            Issues issues,
            Roster roster,
            Deadlines deadlines,
            IssueViews views,
            Templates templates) {
        this.messenger = messenger;
        this.transaction = transaction;
        this.sql = sql;
        this.rows = rows;
        this.reporting = new Reporting(issues, roster, deadlines);
        var extras = FixedExtras.with(Extra.TODOS);
        this.todos = new IssueTodos(extras, outbox, roster, views, templates);
        var clock = Clock.systemUTC();
        this.soon = new TodosMadeUp(extras, refused, todos, rows, transaction, clock);
        this.anHourLater =
                new TodosMadeUp(extras, refused, todos, rows, transaction, Clock.offset(clock, Duration.ofMinutes(61)));
    }

    @Test
    void refused_todos_are_tried_by_one_an_hour_and_all_made_as_they_are_by_then_once_one_goes() {
        var issues = Stream.of("甲桥", "乙桥", "丙桥").map(this::report).toList();
        issues.forEach(issue -> messenger.answers(
                lane(issue), (message, attempt) -> new Messenger.Refused(RefusedExtras.NO_PERMISSION)));
        transaction.executeWithoutResult(status -> issues.forEach(todos::began));
        awaitOver(issues, 3);

        soon.look();
        assertThat(said(issues)).as("the platform is left in peace").hasSize(3);

        anHourLater.look();
        awaitOver(issues, 4);
        soon.look();
        assertThat(said(issues)).as("one was tried and refused").hasSize(4);

        issues.forEach(issue -> messenger.answers(lane(issue), (message, attempt) -> FakeMessenger.sent(attempt)));
        anHourLater.look();
        awaitOver(issues, 5);
        assertThat(said(issues)).hasSize(5);

        // Which one was tried depends on which of three senders came first.
        var handedIn =
                issues.stream().filter(issue -> !isMade(issue)).findFirst().orElseThrow();
        handIn(handedIn);
        soon.look();
        soon.look();
        awaitOver(issues, 7);
        assertThat(said(issues)).as("each of the others once").hasSize(7);
        assertThat(last(handedIn).done()).as("handed in meanwhile").isTrue();
        assertThat(issues).filteredOn(issue -> issue != handedIn).hasSize(2).allSatisfy(issue -> {
            assertThat(last(issue).done()).isFalse();
            assertThat(last(issue).dueAt()).isEqualTo(issue.deadline().dueAt());
        });
    }

    private Issue report(String place) {
        var now = Instant.now(Clock.systemUTC());
        return reporting.report(Source.PATROL, Issue.Kind.WATER, place, List.of(), now, now);
    }

    private void handIn(Issue issue) {
        sql.sql("update issue set state = 'SUBMITTED' where id = ?")
                .param(issue.number())
                .update();
        assertThat(rows.byId(issue.number())).isNotNull();
    }

    private boolean isMade(Issue issue) {
        return sql.sql("select count(*) from outbox where message_key like ? and state = 'SENT'")
                        .param("todo:" + issue.number() + ":%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String lane(Issue issue) {
        return "standing:ecobot-issue-" + issue.number() + "-" + LIAISON;
    }

    private List<FakeMessenger.Attempted> said(List<Issue> issues) {
        return issues.stream()
                .flatMap(issue -> messenger.attempts("todo:" + issue.number() + ":").stream())
                .toList();
    }

    private Outgoing.Todo last(Issue issue) {
        var said = messenger.attempts("todo:" + issue.number() + ":");
        return (Outgoing.Todo) said.get(said.size() - 1).message().content();
    }

    private void awaitOver(List<Issue> issues, int messages) {
        await().until(() -> issues.stream()
                        .mapToLong(issue -> sql.sql(
                                        "select count(*) from outbox where message_key like ? and open_lane is null")
                                .param("todo:" + issue.number() + ":%")
                                .query(Long.class)
                                .single())
                        .sum()
                >= messages);
    }
}
