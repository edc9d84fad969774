package ecobot.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Post;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Templates;
import ecobot.issue.Issue.Kind;
import ecobot.reminder.Morning.Entry;
import ecobot.reminder.Morning.GroupDigest;
import ecobot.reminder.Morning.MemberDigest;
import ecobot.reminder.Morning.Section;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** In a spring long gone, with no issues but the test's own; everything is rolled back. */
@EcoBotIT
@TestPropertySource(
        properties = "spring.application.name=digests") // a context of its own, without the demonstration's issues
@Transactional
class DigestsIT {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 17);
    private static final List<String> UNITS = List.of("建设", "解放", "新丰", "大桥");

    private final Digests digests;
    private final MorningDigestPost post;
    private final Reminders reminders;
    private final Agenda agenda;
    private final Templates templates;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final Schedules schedules;
    private final List<ScheduledTask> tasks;
    private final SqlSessionFactory sessions;
    private final SettableClock clock;
    private final JdbcClient sql;
    private final DueFixture issues;

    @Autowired
    DigestsIT(
            Digests digests,
            MorningDigestPost post,
            Reminders reminders,
            Agenda agenda,
            Templates templates,
            Roster roster,
            WorkCalendar calendar,
            Schedules schedules,
            List<ScheduledTask> tasks,
            SqlSessionFactory sessions,
            SettableClock clock,
            JdbcClient sql) {
        this.digests = digests;
        this.post = post;
        this.reminders = reminders;
        this.agenda = agenda;
        this.templates = templates;
        this.roster = roster;
        this.calendar = calendar;
        this.schedules = schedules;
        this.tasks = tasks;
        this.sessions = sessions;
        this.clock = clock;
        this.sql = sql;
        this.issues = new DueFixture(sql, roster);
    }

    @BeforeEach
    void no_issues() {
        sql.sql("update issue set state = 'REJECTED', closed_at = null").update();
        clock.set(morningOf(TUESDAY));
    }

    /** A reference that looks at one issue after the other. */
    @Test
    void over_random_issues_and_days_closed_ones_are_never_told_and_overdue_ones_always_counted() {
        var random = new Random(9);
        var all = new ArrayList<Known>();
        for (int i = 0; i < 250; i++) {
            var unit = UNITS.get(random.nextInt(UNITS.size()));
            var due = TUESDAY.plusDays(random.nextInt(60) - 30);
            boolean open = random.nextInt(4) > 0;
            var number = open ? issues.open(unit, "第" + i + "处", due) : issues.closed(unit, "第" + i + "处", due);
            all.add(new Known(number, unit, due, open));
        }
        var groups = roster.subscribersOf(MorningDigestPost.NAME);
        assertThat(groups).hasSize(11);

        for (int i = 0; i < 30; i++) {
            var day = TUESDAY.plusDays(random.nextInt(40) - 20);
            var morning = digests.of(day, ladder(), groups, Map.of());

            assertThat(told(morning))
                    .as("on %s", day)
                    .isSubsetOf(numbers(all.stream().filter(Known::open)));
            for (var unit : UNITS) {
                var overdue =
                        all.stream().filter(known -> known.open && known.unit.equals(unit) && known.due.isBefore(day));
                assertThat(digestOf(morning, unit)
                                .map(digest -> digest.overdue().count())
                                .orElse(0))
                        .as("overdue of %s on %s", unit, day)
                        .isEqualTo((int) overdue.count());
            }
            var late = all.stream().filter(known -> known.open && new Today(day, calendar).overdue(known.due) >= 5);
            assertThat(digestFor(morning, "manager-1").map(MemberDigest::count).orElse(0))
                    .isEqualTo((int) late.count());
        }
    }

    @Test
    void long_lists_are_capped_and_their_rest_is_counted() {
        IntStream.range(0, 25).forEach(i -> issues.open("新丰", "第" + i + "处", TUESDAY.minusDays(1 + i)));

        var morning = digests.of(TUESDAY, ladder(), roster.subscribersOf(MorningDigestPost.NAME), Map.of());

        var section = digestOf(morning, "新丰").orElseThrow().overdue();
        assertThat(section.count()).isEqualTo(25);
        assertThat(section.entries()).hasSize(6);
        assertThat(section.more()).isEqualTo(19);
        assertThat(section.entries().get(0).where())
                .as("the most overdue first")
                .isEqualTo("第24处 河面漂浮物较多");
        assertThat(digestFor(morning, "manager-1").orElseThrow().units())
                .singleElement()
                .satisfies(part -> assertThat(part.issues().entries()).hasSize(3));
    }

    @Test
    void group_that_wants_some_kinds_alone_hears_of_no_others_and_people_hear_of_all() {
        var water = issues.open("新丰", "河边", TUESDAY.minusDays(1));
        var both = issues.open("新丰", "河边工地", TUESDAY.minusDays(2));
        var noise = issues.open("新丰", "工地", TUESDAY.minusDays(3));
        issues.kinds(water, Kind.WATER);
        issues.kinds(both, Kind.NOISE, Kind.WATER);
        issues.kinds(noise, Kind.NOISE);
        var groups = roster.subscribersOf(MorningDigestPost.NAME);
        var group = groupOf("新丰");

        var morning = digests.of(TUESDAY, ladder(), groups, Map.of(group.id(), Set.of(Kind.WATER)));
        var silent = digests.of(TUESDAY, ladder(), groups, Map.of(group.id(), Set.of(Kind.RADIATION)));

        var digest = digestOf(morning, "新丰").orElseThrow();
        assertThat(digest.overdue().count()).isEqualTo(2);
        assertThat(digest.overdue().entries()).extracting(Entry::number).containsExactly(both, water);
        assertThat(templates.render("reminder/group-digest", digest).text()).contains("只看水类", "逾期 2 件");
        assertThat(numbersFor(morning, "xinfeng-1")).containsExactlyInAnyOrder(water, both, noise);
        assertThat(digestOf(silent, "新丰")).isEmpty();
        assertThat(digestOf(digests.of(TUESDAY, ladder(), groups, Map.of()), "新丰")
                        .orElseThrow()
                        .overdue()
                        .count())
                .as("the control: without a choice")
                .isEqualTo(3);
    }

    @Test
    void whoever_took_it_on_is_told_and_all_liaisons_as_long_as_nobody_has() {
        var free = issues.open("新丰", "没人签收", TUESDAY.minusDays(1));
        var taken = issues.open("新丰", "有人签收", TUESDAY.minusDays(1), "xinfeng-2");
        var moved = issues.open("新丰", "签收人调走", TUESDAY.minusDays(1), "daqiao-1");

        var morning = digests.of(TUESDAY, ladder(), List.of(), Map.of());

        assertThat(numbersFor(morning, "xinfeng-1")).containsExactly(free, moved);
        assertThat(numbersFor(morning, "xinfeng-2")).containsExactly(taken);
        assertThat(numbersFor(morning, "daqiao-1")).isEmpty();
    }

    @Test
    void occurrence_that_is_run_again_says_the_same_and_stores_nothing_more() {
        var number = issues.open("新丰", "竹林村桥下", TUESDAY.minusDays(9));
        var occurrence = schedules.runNow(schedules.named("morning-digest").orElseThrow());
        var rows = rows(occurrence);
        assertThat(rows).isNotEmpty();

        issues.close(number);
        issues.open("新丰", "另一处", TUESDAY.minusDays(9));
        task().run(occurrence);

        assertThat(rows(occurrence)).isEqualTo(rows);
        assertThat(parts(occurrence, "cidXinfeng")).contains("竹林村桥下").doesNotContain("另一处");
        assertThat(sql.sql("select sum(times) from reminder where issue_id = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .as("liaison, manager of the town, manager of the bureau, once each")
                .isEqualTo(3);
    }

    @Test
    void new_date_begins_at_the_foot_of_the_ladder_and_reopening_wakes_what_was_acknowledged() {
        var member = roster.memberByStaffId("xinfeng-1").orElseThrow();
        var number = issues.open("新丰", "竹林村桥下", TUESDAY.minusDays(9));
        runNow();
        reminders.told(member.id(), List.of(number)).forEach(told -> reminders.acknowledge(told, clock.instant()));
        assertThat(numbersFor(next(), "xinfeng-1")).isEmpty();

        issues.reopen(number, TUESDAY.minusDays(1));
        assertThat(numbersFor(next(), "xinfeng-1")).as("another date").containsExactly(number);

        issues.close(number);
        runNow();
        issues.reopen(number, TUESDAY.minusDays(9));
        assertThat(numbersFor(next(), "xinfeng-1")).as("reopened").containsExactly(number);
    }

    @Test
    void issue_is_on_the_agenda_once_goes_off_when_closed_and_comes_back_when_reopened_late() {
        var unit = List.of(roster.unitsNamed("新丰").get(0).id());
        var number = issues.open("新丰", "竹林村桥下", TUESDAY.minusDays(9));
        follow(TUESDAY);
        follow(TUESDAY.plusDays(1));
        assertThat(agenda.items(unit, 5)).singleElement().satisfies(item -> {
            assertThat(item.number()).isEqualTo(number);
            assertThat(item.sinceOn()).isEqualTo(TUESDAY);
        });

        issues.close(number);
        assertThat(agenda.count(unit)).as("at once").isZero();
        follow(TUESDAY.plusDays(2));
        issues.reopen(number, TUESDAY.minusDays(9));
        follow(TUESDAY.plusDays(3));

        assertThat(agenda.items(unit, 5))
                .singleElement()
                .satisfies(item -> assertThat(item.sinceOn()).isEqualTo(TUESDAY.plusDays(3)));
    }

    @Test
    void what_is_due_is_read_from_an_index_alone() {
        var bands = new Today(TUESDAY, calendar).bands(ladder());

        var due = mapper("ecobot.issue.DueMapper");
        var plan = new Plans(sessions).of(due, "due", Map.of("bands", bands, "kinds", Set.of(), "most", 10));
        var some = Map.of("bands", bands, "kinds", Set.of(Kind.WATER), "most", 10);

        assertThat(new Plans(sessions).readingAll(due, "due", some, "i", "k")).isEmpty();
        assertThat(plan)
                .filteredOn(step -> step.table().equals("i") && !step.type().equals("eq_ref"))
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.key()).startsWith("ix_issue__");
                    assertThat(step.readsAll()).isFalse();
                    assertThat(step.extra()).contains("Using index");
                });
        assertThat(new Plans(sessions)
                        .readingAll(
                                AgendaMapper.class, "items", Map.of("unitIds", List.of(1L, 2L), "limit", 15), "a", "i"))
                .isEmpty();
        assertThat(new Plans(sessions)
                        .readingAll(ReminderMapper.class, "told", Map.of("memberId", 1L, "issueIds", List.of(1L)), "r"))
                .isEmpty();
    }

    private void follow(LocalDate day) {
        agenda.follow(day, morningOf(day), digests.agenda(day, ladder()));
    }

    private Morning next() {
        return digests.of(TUESDAY.plusDays(1), ladder(), List.of(), Map.of());
    }

    private void runNow() {
        clock.set(clock.instant().plusSeconds(60));
        schedules.runNow(schedules.named("morning-digest").orElseThrow());
    }

    private Ladder ladder() {
        return templates.words("reminder/ladder", Ladder.class);
    }

    private ScheduledTask task() {
        return tasks.stream()
                .filter(task -> task.name().equals(MorningDigestPost.NAME))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> rows(Occurrence occurrence) {
        return sql.sql("select message_key, content from outbox where message_key like ? order by id")
                .param("post:" + occurrence.id() + ":%")
                .query()
                .listOfRows();
    }

    private String parts(Occurrence occurrence, String conversation) {
        Group group = roster.groupByConversation(conversation).orElseThrow();
        Post.Edition edition = post.compose(occurrence);
        var text = (TextPart) edition.partsFor(group).get(0);
        return templates.render(text.template(), text.view()).text();
    }

    private Group groupOf(String unit) {
        long unitId = roster.unitsNamed(unit).get(0).id();
        return roster.groupsOf(unitId).stream()
                .filter(found -> found.unitIds().size() == 1)
                .findFirst()
                .orElseThrow();
    }

    private Optional<GroupDigest> digestOf(Morning morning, String unit) {
        var group = groupOf(unit);
        return morning.groups().stream()
                .filter(digest -> digest.groupId() == group.id())
                .findFirst();
    }

    private Optional<MemberDigest> digestFor(Morning morning, String staffId) {
        long id = roster.memberByStaffId(staffId).orElseThrow().id();
        return morning.members().stream()
                .filter(digest -> digest.memberId() == id)
                .findFirst();
    }

    private List<Long> numbersFor(Morning morning, String staffId) {
        return digestFor(morning, staffId).stream()
                .flatMap(digest -> digest.units().stream())
                .flatMap(part -> part.issues().entries().stream())
                .map(Entry::number)
                .toList();
    }

    private static List<Long> told(Morning morning) {
        var sections = Stream.concat(
                morning.groups().stream().flatMap(digest -> Stream.of(digest.overdue(), digest.today(), digest.soon())),
                morning.members().stream()
                        .flatMap(digest -> digest.units().stream())
                        .map(Morning.UnitPart::issues));
        return sections.map(Section::entries)
                .flatMap(List::stream)
                .map(Entry::number)
                .toList();
    }

    private static List<Long> numbers(Stream<Known> issues) {
        return issues.map(Known::number).toList();
    }

    private static Class<?> mapper(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(8, 30).atZone(Zone.SHANGHAI).toInstant();
    }

    private record Known(long number, String unit, LocalDate due, boolean open) {}
}
