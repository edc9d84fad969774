package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.CalendarNotices;
import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.DeadlineFixture;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Extension;
import ecobot.deadline.Source;
import ecobot.outbox.Outgoing;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.testing.CalendarIT;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import ecobot.testing.MadeUpNotice;
import ecobot.testing.Plans;
import ecobot.testing.ShippedCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.ibatis.session.SqlSessionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open issues over a New Year whose notice, made up, comes late. */
@CalendarIT
class RedatingIT {

    private static final Instant RECEIVED = at("2026-12-29T09:00");

    private final Redating redating;
    private final DeadlineMapper rows;
    private final Issues issues;
    private final Deadlines deadlines;
    private final CalendarNotices notices;
    private final Roster roster;
    private final MadeUpNotice madeUp;
    private final Recount recount;
    private final IssueMapper issueRows;
    private final IssueViews views;
    private final Templates templates;
    private final JdbcClient sql;
    private final Plans plans;
    private final List<Long> reported = new ArrayList<>();
    private Member reporter;

    @Autowired
    RedatingIT(
            Redating redating,
            DeadlineMapper rows,
            Issues issues,
            Deadlines deadlines,
            CalendarNotices notices,
            Roster roster,
            MadeUpNotice madeUp,
            Recount recount,
            IssueMapper issueRows,
            IssueViews views,
            Templates templates,
            JdbcClient sql,
            SqlSessionFactory sessions) {
        this.redating = redating;
        this.rows = rows;
        this.issues = issues;
        this.deadlines = deadlines;
        this.notices = notices;
        this.roster = roster;
        this.madeUp = madeUp;
        this.recount = recount;
        this.issueRows = issueRows;
        this.views = views;
        this.templates = templates;
        this.sql = sql;
        this.plans = new Plans(sessions);
    }

    @BeforeEach
    void meet() {
        reporter = roster.memberByStaffId("xinfeng-2").orElseThrow();
        // Those of the demonstration may span the same days.
        sql.sql("update issue set state = 'REJECTED' where is_open = true").update();
        recount.checkAndMend();
        settle();
    }

    @AfterEach
    void forget() {
        reported.forEach(number -> sql.sql("update issue set state = 'WITHDRAWN' where id = ?")
                .param(number)
                .update());
        madeUp.forget();
        settle();
    }

    @Test
    void date_over_new_year_moves_once_with_a_line_in_the_history_and_one_message() throws Exception {
        var patrol = report(Source.PATROL, deadlines.byDefault(Source.PATROL, RECEIVED));
        var another = report(Source.PATROL, deadlines.byDefault(Source.PATROL, RECEIVED.plusSeconds(60)));
        var hotline = report(Source.HOTLINE, deadlines.byDefault(Source.HOTLINE, RECEIVED));
        var typed = report(Source.PATROL, typedDate());
        var extended = report(Source.PATROL, extended());
        recount.checkAndMend();
        assertThat(redating.movedBy(notices.with(MadeUpNotice.notice()))).isEqualTo(3);
        assertThat(redating.movedBy(notices.now())).isZero();

        madeUp.load();
        onTwoNodesAndTwice();

        // The first and the fourth of January are off.
        assertDue(patrol, "2027-01-07");
        assertDue(another, "2027-01-07");
        assertDue(extended, "2027-01-11");
        assertDue(hotline, "2027-01-05");
        assertDue(typed, "2027-01-05");
        assertThat(redatings(patrol)).singleElement().satisfies(line -> {
            assertThat(line.memberId()).isNull();
            assertThat(line.fromState()).isEqualTo(line.toState());
            assertThat(line.reason()).contains("1月5日", "1月7日");
        });
        assertThat(redatings(extended)).hasSize(1);
        assertThat(redatings(hotline)).isEmpty();
        assertThat(redatings(typed)).isEmpty();
        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.toString())
                        .contains("cidXinfeng", "3 件", "#" + patrol, "#" + another, "#" + extended)
                        .doesNotContain("#" + hotline));
        assertThat(deadlines.isUnsure(issues.byNumber(patrol).orElseThrow().deadline(), RECEIVED))
                .isFalse();

        // Once means once for each change: the next one moves them again.
        madeUp.forget();
        settle();
        assertDue(patrol, "2027-01-05");
        assertThat(redatings(patrol)).hasSize(2);
        assertThat(recount.differences()).as("counters").isEmpty();
        assertThat(messages()).hasSize(1);
    }

    @Test
    void issue_that_came_in_by_an_old_calendar_is_found_later() {
        madeUp.load();
        settle();
        var late = report(Source.PATROL, byTheOldCalendar());
        redating.look();
        assertDue(late, "2027-01-05");

        sql.sql("update issue_redating set look_again_at = '2026-01-01'").update();
        redating.look();

        assertDue(late, "2027-01-07");
        assertThat(redatings(late)).hasSize(1);
    }

    @Test
    void closed_issues_keep_their_dates() {
        var closed = report(Source.PATROL, deadlines.byDefault(Source.PATROL, RECEIVED));
        sql.sql("update issue set state = 'REJECTED' where id = ?")
                .param(closed)
                .update();

        madeUp.load();
        settle();

        assertDue(closed, "2027-01-05");
        assertThat(redatings(closed)).isEmpty();
    }

    @Test
    void todos_and_cards_follow_the_date_and_where_there_are_none_nothing_is_read() {
        var number = report(Source.PATROL, deadlines.byDefault(Source.PATROL, RECEIVED));
        var outbox = new RecordingOutbox();
        var on = FixedExtras.with(Extra.TODOS, Extra.CARDS);
        var clock = IssueFixture.clockAt(RECEIVED);
        List<Aftermath> both = List.of(
                new IssueTodos(on, outbox, roster, views, templates),
                new IssueCards(on, outbox, roster, views, templates, clock));
        var followers = new RedatedExtras(on, issueRows, both);

        var before = followers.before(List.of(number));
        rows.redate(List.of(number), LocalDate.parse("2027-01-07"), at("2027-01-07T17:30"));
        issueRows.addMoves(List.of(new IssueMove(
                number, Move.REDATED, Issue.State.ASSIGNED, Issue.State.ASSIGNED, null, RECEIVED, "x", null)));
        followers.follow(before, RECEIVED);

        assertThat(outbox.stored)
                .extracting(Outgoing::content)
                .hasSize(2)
                .anySatisfy(content -> assertThat(content)
                        .isInstanceOfSatisfying(
                                Outgoing.Todo.class,
                                todo -> assertThat(todo.dueAt()).isEqualTo(at("2027-01-07T17:30"))))
                .anySatisfy(content -> assertThat(content)
                        .isInstanceOfSatisfying(
                                Outgoing.Card.class,
                                card -> assertThat(card.text()).contains("1月7日")));
        var off = new RedatedExtras(FixedExtras.with(), issueRows, both);
        assertThat(off.before(List.of(number))).isEmpty();
    }

    @Test
    void deadline_is_kept_whole() {
        var number = report(Source.PATROL, deadlines.byDefault(Source.PATROL, RECEIVED));
        var fresh = extended();

        assertThat(rows.set(number, fresh)).isEqualTo(1);

        assertThat(issues.byNumber(number).orElseThrow().deadline()).isEqualTo(fresh);
    }

    @Test
    void issues_are_found_by_an_index() {
        var deadline = deadlines.byDefault(Source.PATROL, RECEIVED);
        var parameters = Map.of(
                "dueAt",
                deadline.dueAt(),
                "dueOn",
                deadline.dueOn(),
                "amount",
                5,
                "unit",
                DayUnit.WORKING,
                "startOn",
                deadline.startOn(),
                "extra",
                0,
                "extraUnit",
                DayUnit.CALENDAR);

        assertThat(plans.readingAll(DeadlineMapper.class, "lock", parameters, "i"))
                .isEmpty();
    }

    private void onTwoNodesAndTwice() throws Exception {
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> look = () -> {
                redating.look();
                return true;
            };
            for (var done : nodes.invokeAll(Collections.nCopies(4, look))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        settle();
    }

    /** The application's own round may be at it as well. */
    private void settle() {
        redating.look();
        Awaitility.await("redating").until(() -> rows.progress().version() == notices.version());
    }

    private long report(Source source, Deadline deadline) {
        var unit = java.util.Objects.requireNonNull(reporter.unit());
        var issue = issues.report(new NewIssue(
                unit.id(),
                reporter.id(),
                null,
                source,
                List.of(Issue.Kind.WATER),
                null,
                "八号桥下有垃圾",
                deadline,
                List.of(),
                RECEIVED,
                null,
                null));
        reported.add(issue.number());
        return issue.number();
    }

    private Deadline byTheOldCalendar() {
        return DeadlineFixture.deadlines(RECEIVED, ShippedCalendar.calendar()).byDefault(Source.PATROL, RECEIVED);
    }

    private Deadline typedDate() {
        var found = deadlines.find("2027-01-05前").orElseThrow();
        return java.util.Objects.requireNonNull(
                deadlines.typed(found, Source.PATROL, RECEIVED).deadline());
    }

    /** Two working days more than the fifth of January: the seventh, and with the notice the eleventh. */
    private Deadline extended() {
        var wish = deadlines.extension(deadlines.byDefault(Source.PATROL, RECEIVED), 2, DayUnit.WORKING);
        return ((Extension.Possible) wish).deadline();
    }

    private void assertDue(long number, String day) {
        assertThat(issues.byNumber(number).orElseThrow().deadline().dueOn()).isEqualTo(LocalDate.parse(day));
    }

    private List<IssueMove> redatings(long number) {
        return issues.history(number).stream()
                .filter(line -> line.move() == Move.REDATED)
                .toList();
    }

    private List<Map<String, Object>> messages() {
        return sql.sql("select target_id, content from outbox where message_key like ? order by id")
                .param("redated:" + notices.version() + ":%")
                .query()
                .listOfRows();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
