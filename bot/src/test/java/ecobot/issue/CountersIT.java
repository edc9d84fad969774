package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.audit.Alarms;
import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.Templates;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.media.Media;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedules;
import ecobot.testing.Calls;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to issues, by two at once, undone or not: the counters say what the issues say. */
@EcoBotIT
class CountersIT {

    private static final int EVENTS = 2_500;
    private static final int SPANS = 60;
    private static final Instant START = Instant.parse("2025-10-13T02:00:00Z");

    private final Issues issues;
    private final Tally tally;
    private final TallyMapper raw;
    private final Recount recount;
    private final TallyCheckTask task;
    private final Alarms alarms;
    private final Schedules schedules;
    private final Deadlines deadlines;
    private final Roster roster;
    private final Media media;
    private final JdbcClient sql;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final Plans plans;

    private long newest;

    @Autowired
    private IssueMapper issueRows;

    @Autowired
    private List<Command> commands;

    @Autowired
    private Templates templates;

    @Autowired
    private MoveTable moveTable;

    @Autowired
    private Mover mover;

    @Autowired
    private CounterMapper counterRows;

    @Autowired
    private Clock clock;

    @Autowired
    CountersIT(
            Issues issues,
            Tally tally,
            TallyMapper raw,
            Recount recount,
            TallyCheckTask task,
            Alarms alarms,
            Schedules schedules,
            Deadlines deadlines,
            Roster roster,
            Media media,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            SqlSessionFactory sessions) {
        this.issues = issues;
        this.tally = tally;
        this.raw = raw;
        this.recount = recount;
        this.task = task;
        this.alarms = alarms;
        this.schedules = schedules;
        this.deadlines = deadlines;
        this.roster = roster;
        this.media = media;
        this.sql = sql;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
        this.plans = new Plans(sessions);
    }

    /** Other tests write issues past the application. */
    @BeforeEach
    void begin_with_what_is_right() {
        newest = newestIssue();
        recount.checkAndMend();
        assertThat(recount.differences()).isEmpty();
    }

    /** Other tests look at what is open. */
    @AfterEach
    void withdraw() {
        sql.sql("""
                update issue
                   set state = 'WITHDRAWN', closed_at = null, merged_into = null, recheck_on = null
                 where id > ?
                """).param(newest).update();
        recount.checkAndMend();
    }

    @Test
    void counters_agree_with_the_issues_after_random_events_of_two_at_once() throws Exception {
        var events = new RandomEvents(
                issues, deadlines, roster, photo(), photo(), transactions, START, Duration.ofMinutes(90));
        var people = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> one = () -> happen(events, new Random(1));
            Callable<Boolean> other = () -> happen(events, new Random(2));
            for (var done : people.invokeAll(List.of(one, other))) {
                done.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(events.made.get()).isGreaterThan(EVENTS / 4);
        assertThat(events.undone.get()).isGreaterThan(EVENTS / 10);
        assertThat(recount.differences()).isEmpty();
        var random = new Random(3);
        for (int i = 0; i < SPANS; i++) {
            var span = span(events.now(), random);
            var kind = random.nextBoolean() ? null : Kind.values()[random.nextInt(Kind.values().length)];
            assertThat(tally(span, kind)).as("%s of %s", span, kind).isEqualTo(raw.figures(span, kind));
        }
        // All of them fell due so long ago that what is open is carried forward; as of then it is read date by date.
        var today = today();
        assertThat(tally.of(today)).isEqualTo(raw.figures(today, null));
        var all = TallySpan.of(START.minus(Duration.ofDays(9)), events.now(), events.now());
        assertThat(sum(all, UnitFigures::closedOnTime)).isPositive();
        assertThat(sum(all, UnitFigures::closedLate)).isPositive();
        assertThat(sum(all, UnitFigures::overdueNow)).isPositive();
        assertThat(sum(all, UnitFigures::passedFirst)).isPositive();
        assertThat(sum(all, UnitFigures::sentBack)).isPositive();
        assertThat(sum(all, UnitFigures::failedRechecks)).isPositive();
    }

    @Test
    void move_that_is_not_counted_is_found_told_and_put_right() {
        var unit = roster.unitsNamed("凤桥镇").get(0);
        var deaf = new Counters(counterRows, clock) {
            @Override
            void change(Contribution difference) {}
        };
        var forgetful = new StoredIssues(
                issueRows, moveTable, mover, new Family(issueRows, moveTable, mover, deaf), tally, List.of());

        transaction.executeWithoutResult(status -> forgetful.report(issue(unit.id())));

        assertThat(recount.differences())
                .hasSize(4)
                .allSatisfy(wrong -> assertThat(wrong.unitId()).isEqualTo(unit.id()))
                .anySatisfy(wrong -> assertThat(wrong.missing()).isEqualTo("reported 1, due 1"))
                .anySatisfy(wrong -> assertThat(wrong.missing()).isEqualTo("due 1, still_open 1"));
        schedules.runNow(schedules.named(task.name()).orElseThrow());
        assertThat(diagnosis()).contains("- ⚠️ 排名计数：", "核对过，**4** 处不符，已改正");
        assertThat(alarms.raised()).anySatisfy(alarm -> {
            assertThat(alarm.code()).isEqualTo(TallyCheckTask.ALARM);
            assertThat(alarm.detail()).isEqualTo(unit.shortName());
        });
        assertThat(recount.differences()).isEmpty();

        schedules.runNow(schedules.named(task.name()).orElseThrow());
        assertThat(diagnosis()).contains("- ✅ 排名计数：", "核对过，与问题台账一致");
        assertThat(alarms.raised()).noneMatch(alarm -> alarm.code().equals(TallyCheckTask.ALARM));
    }

    @Test
    void what_was_carried_forward_wrongly_is_found_and_put_right() {
        var unit = roster.unitsNamed("凤桥镇").get(0);
        transaction.executeWithoutResult(status -> issues.report(issue(unit.id())));
        assertThat(recount.differences()).isEmpty();
        var today = today();
        assertThat(tally.of(today)).isEqualTo(raw.figures(today, null));

        sql.sql("update tally_carried set still_open = still_open - 1 where kind = '*' and unit_id = ?")
                .param(unit.id())
                .update();

        assertThat(tally.of(today)).isNotEqualTo(raw.figures(today, null));
        assertThat(recount.differences()).singleElement().satisfies(wrong -> {
            assertThat(wrong.unitId()).isEqualTo(unit.id());
            assertThat(wrong.missing()).isEqualTo("still_open 1");
        });
        recount.checkAndMend();
        assertThat(recount.differences()).isEmpty();
        assertThat(tally.of(today)).isEqualTo(raw.figures(today, null));
    }

    @Test
    void what_falls_due_is_carried_forward_at_night_and_not_counted_twice() {
        var unit = roster.unitsNamed("凤桥镇").get(0);
        sql.sql("delete from tally_carried").update();
        sql.sql("update tally_carried_until set due_before = '2000-01-01'").update();
        transaction.executeWithoutResult(status -> issues.report(issue(unit.id())));
        var today = today();
        var byDates = tally.of(today);
        assertThat(sql.sql("select count(*) from tally_carried")
                        .query(Integer.class)
                        .single())
                .isZero();

        recount.checkAndMend();

        assertThat(sql.sql("select still_open from tally_carried where kind = '*' and unit_id = ?")
                        .param(unit.id())
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(tally.of(today)).isEqualTo(byDates).isEqualTo(raw.figures(today, null));
    }

    @Test
    void what_a_transaction_has_changed_is_in_the_figures_that_it_reads_itself() {
        var unit = roster.unitsNamed("凤桥镇").get(0);
        var span = TallySpan.of(START, START.plus(Duration.ofDays(1)), START.plus(Duration.ofDays(1)));
        int before = reported(span, unit.id());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            issues.report(issue(unit.id()));
            assertThat(reported(span, unit.id())).isEqualTo(before + 1);
            var savepoint = status.createSavepoint();
            issues.report(issue(unit.id()));
            assertThat(reported(span, unit.id())).isEqualTo(before + 2);
            status.rollbackToSavepoint(savepoint);
            assertThat(reported(span, unit.id())).isEqualTo(before + 1);
            assertThat(recount.differences()).isEmpty();
        });
        assertThat(reported(span, unit.id())).isEqualTo(before);
    }

    @Test
    void table_of_a_week_reads_single_rows_of_counters_and_no_issue_before_it() {
        var monday = LocalDate.of(2025, 11, 3).atStartOfDay(Zone.SHANGHAI).toInstant();
        var span = CountedSpan.of(TallySpan.of(monday, monday.plus(Duration.ofDays(7)), Instant.now()), null);

        assertThat(plans.readingAll(
                        CounterMapper.class,
                        "parts",
                        Map.of("span", span),
                        "s",
                        "d",
                        "c",
                        "u",
                        "i",
                        "m",
                        "t",
                        "b",
                        "e"))
                .isEmpty();
        assertThat(plans.of(CounterMapper.class, "parts", Map.of("span", span)))
                .anySatisfy(step -> assertThat(step.key()).isEqualTo("ix_tally_due__open"));
    }

    /** All that fell due long ago is in it in every sense. */
    private TallySpan today() {
        var now = clock.instant();
        return new TallySpan(START, now, now, now.minus(Duration.ofDays(7)), now.minus(Duration.ofDays(21)));
    }

    /** What an admin reads. */
    private String diagnosis() {
        var diag = commands.stream()
                .filter(command -> command.name().equals("diag"))
                .findFirst()
                .orElseThrow();
        var reply = diag.handle(Calls.inPrivate(roster.membersWith(Role.ADMIN).get(0), Instant.now(), ""));
        return templates.render(reply.template(), reply.view()).text();
    }

    private boolean happen(RandomEvents events, Random random) {
        while (events.tried() < EVENTS) {
            events.happen(random);
        }
        return true;
    }

    private int sum(TallySpan span, ToIntFunction<UnitFigures> figure) {
        return tally.of(span).stream().mapToInt(figure).sum();
    }

    private List<UnitFigures> tally(TallySpan span, @Nullable Kind kind) {
        return kind == null ? tally.of(span) : tally.of(span, kind);
    }

    private int reported(TallySpan span, long unitId) {
        return tally.of(span).stream()
                .filter(figures -> figures.unitId() == unitId)
                .findFirst()
                .orElse(UnitFigures.none(unitId))
                .reported();
    }

    /** A week, a month, the year so far, or anything; as of its end, of some other moment, or of now. */
    private static TallySpan span(Instant latest, Random random) {
        var day = START.plusSeconds((long)
                        (random.nextDouble() * Duration.between(START, latest).toSeconds()))
                .atZone(Zone.SHANGHAI);
        var week = day.toLocalDate().minusDays(day.getDayOfWeek().getValue() - 1L);
        var month = day.toLocalDate().withDayOfMonth(1);
        var from = switch (random.nextInt(4)) {
            case 0 -> week.atStartOfDay(Zone.SHANGHAI).toInstant();
            case 1 -> month.atStartOfDay(Zone.SHANGHAI).toInstant();
            case 2 -> month.withDayOfYear(1).atStartOfDay(Zone.SHANGHAI).toInstant();
            default -> day.toInstant();
        };
        var to = switch (random.nextInt(4)) {
            case 0 -> week.plusDays(7).atStartOfDay(Zone.SHANGHAI).toInstant();
            case 1 -> month.plusMonths(1).atStartOfDay(Zone.SHANGHAI).toInstant();
            case 2 -> latest;
            default -> from.plusSeconds(random.nextInt(3_000_000));
        };
        var end = to.isAfter(from) ? to : from.plusSeconds(86_400);
        var now = switch (random.nextInt(3)) {
            case 0 -> end;
            case 1 -> latest;
            default -> from.plusSeconds(random.nextInt(3_000_000));
        };
        var longBefore = now.minus(Duration.ofDays(random.nextInt(9)));
        return new TallySpan(from, end, now, longBefore, longBefore.minus(Duration.ofDays(random.nextInt(12))));
    }

    private NewIssue issue(long unitId) {
        var dueOn = LocalDate.of(2025, 10, 14);
        return new NewIssue(
                unitId,
                roster.memberByStaffId("xinfeng-1").orElseThrow().id(),
                null,
                Source.PATROL,
                List.of(Kind.WATER),
                null,
                "河面漂浮物",
                new Deadline(
                        1,
                        DayUnit.CALENDAR,
                        dueOn.minusDays(1),
                        "patrol",
                        0,
                        DayUnit.CALENDAR,
                        dueOn,
                        dueOn.atTime(17, 30).atZone(Zone.SHANGHAI).toInstant()),
                List.of(),
                START,
                null,
                null);
    }

    private long newestIssue() {
        return sql.sql("select coalesce(max(id), 0) from issue")
                .query(Long.class)
                .single();
    }

    private long photo() {
        return media.want("demo", new HeldPhotos(sql, media).code(START));
    }
}
