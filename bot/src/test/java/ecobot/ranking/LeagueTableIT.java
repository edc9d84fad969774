package ecobot.ranking;

import static ecobot.ranking.TableIssues.at;
import static ecobot.ranking.TableIssues.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.chat.CommandCall;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.inbox.IncomingMessage;
import ecobot.issue.Issue;
import ecobot.media.Media;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import ecobot.text.Folding;
import ecobot.workbook.Sheet;
import ecobot.workbook.TestSheets;
import ecobot.workbook.UnreadableWorkbook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** In weeks long gone, where no other test has issues; everything is rolled back. */
@EcoBotIT
@Transactional
class LeagueTableIT {

    private static final Instant MONDAY_NINE = at(LocalDate.of(2024, 3, 11), 9);
    private static final LocalDate WEEK = LocalDate.of(2024, 3, 4);

    private final LeagueTablePost post;
    private final MonthlyTablePost monthly;
    private final LeagueTables tables;
    private final Publication publication;
    private final Snapshots snapshots;
    private final Media media;
    private final Roster roster;
    private final Schedules schedules;
    private final JdbcClient sql;
    private final TableIssues issues;
    private final WhyCommand why;
    private final ExportCommand export;
    private final RankCommand rank;
    private final HistoryCommand history;
    private final Templates templates;
    private final SqlSessionFactory sessions;

    @Autowired
    LeagueTableIT(
            LeagueTablePost post,
            MonthlyTablePost monthly,
            LeagueTables tables,
            Publication publication,
            Snapshots snapshots,
            Media media,
            Roster roster,
            Schedules schedules,
            JdbcClient sql,
            WhyCommand why,
            ExportCommand export,
            RankCommand rank,
            HistoryCommand history,
            Templates templates,
            SqlSessionFactory sessions) {
        this.post = post;
        this.monthly = monthly;
        this.tables = tables;
        this.publication = publication;
        this.snapshots = snapshots;
        this.media = media;
        this.roster = roster;
        this.schedules = schedules;
        this.sql = sql;
        this.issues = new TableIssues(sql, roster);
        this.why = why;
        this.export = export;
        this.rank = rank;
        this.history = history;
        this.templates = templates;
        this.sessions = sessions;
    }

    @BeforeEach
    void four_issues_of_xinfeng_three_on_time_one_late() {
        // The counters know nothing of rows that a test writes.
        sql.sql("update tally_state set built_at = null").update();
        for (int day = 0; day < 3; day++) {
            issue("新丰镇", WEEK.plusDays(day), at(WEEK.plusDays(day), 12));
        }
        issue("新丰镇", WEEK.plusDays(3), at(WEEK.plusDays(5), 12));
    }

    @Test
    void post_is_the_week_that_ended_as_picture_and_list_and_all_groups_get_the_same() {
        var occurrence = occurrence(MONDAY_NINE);

        var edition = post.compose(occurrence);

        var groups = roster.subscribersOf("league-table");
        assertThat(groups)
                .hasSize(15)
                .allSatisfy(group -> assertThat(seen(edition.partsFor(group)))
                        .isEqualTo(seen(edition.partsFor(groups.get(0))))
                        .hasSize(2));
        var snapshot = snapshots.ofOccurrence(occurrence.id()).orElseThrow();
        assertThat(edition.partsFor(groups.get(0)).get(0)).isEqualTo(new PicturePart(snapshot.pictureHash()));
        assertThat(snapshot.version()).isEqualTo(1);
        assertThat(rowOf("新丰镇", snapshot.content().table()).score()).hasToString("82.1");
        assertThat(media.find(snapshot.pictureHash()).orElseThrow().bytes())
                .isEqualTo(LeagueTablePicture.draw(snapshot.content().view()).png());
    }

    /** A card is known by another id in each group; what people see is not to differ. */
    private static List<Object> seen(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof TextPart text ? text.view() : part)
                .toList();
    }

    @Test
    void same_occurrence_again_answers_the_same_and_stores_nothing_more() {
        var occurrence = occurrence(MONDAY_NINE);
        var group = roster.subscribersOf("league-table").get(0);

        var first = post.compose(occurrence).partsFor(group);
        var again = post.compose(occurrence).partsFor(group);

        assertThat(again).isEqualTo(first);
        assertThat(snapshotsOfTheWeek()).isEqualTo(1);
    }

    @Test
    void week_that_was_posted_is_not_posted_again_until_a_figure_changes() {
        var group = roster.subscribersOf("league-table").get(0);
        post.compose(occurrence(MONDAY_NINE));

        assertThat(post.compose(occurrence(MONDAY_NINE.plusSeconds(60))).partsFor(group))
                .isEmpty();

        issue("新丰镇", WEEK.plusDays(4), at(WEEK.plusDays(4), 10));
        assertThat(post.compose(occurrence(MONDAY_NINE.plusSeconds(120))).partsFor(group))
                .hasSize(2);
        var second = snapshots.latest(Period.weekEndedBefore(MONDAY_NINE)).orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.content().view().edition()).isEqualTo("第 2 版");
        assertThat(snapshotsOfTheWeek()).isEqualTo(2);
    }

    /** Spring Festival 2026: the Mondays 16 and 23 February are off, and so is the whole week between them. */
    @Test
    void week_before_a_long_holiday_is_posted_with_the_one_that_ended_in_it() {
        var group = roster.subscribersOf("league-table").get(0);
        var weekly = schedules.named("league-table-weekly").orElseThrow();
        var before = nine("2026-02-09");
        post.compose(occurrence(before));
        issue("新丰镇", LocalDate.of(2026, 2, 11), at(LocalDate.of(2026, 2, 13), 12));
        issue("大桥镇", LocalDate.of(2026, 2, 11), at(LocalDate.of(2026, 2, 11), 9));

        var planned = schedules.nextAfter(weekly, before).orElseThrow();
        var occurrence = occurrence(planned);
        var edition = post.compose(occurrence);

        assertThat(planned).isEqualTo(nine("2026-02-24"));
        var posted = snapshots.allOfOccurrence(occurrence.id());
        assertThat(froms(posted)).containsExactly("2026-02-09", "2026-02-16");
        var first = posted.get(0).content().table();
        var second = posted.get(1).content().table();
        assertThat(rowOf("新丰镇", first).figures().due()).isOne();
        assertThat(second).as("codes follow").isEqualTo(second.following(first));
        assertThat(rowOf("新丰镇", second).lastRank())
                .isEqualTo(rowOf("新丰镇", first).rank());
        assertThat(edition.partsFor(group)).hasSize(4);
        assertThat(edition.partsFor(group).get(0))
                .isEqualTo(new PicturePart(posted.get(0).pictureHash()));
        assertThat(edition.partsFor(roster.memberByStaffId("manager-1").orElseThrow()))
                .as("the latest")
                .hasSize(1);
        assertThat(seen(post.compose(occurrence).partsFor(group))).as("again").isEqualTo(seen(edition.partsFor(group)));

        var next = occurrence(nine("2026-03-02"));
        assertThat(post.compose(next).partsFor(group)).hasSize(2);
    }

    @Test
    void week_that_was_missed_or_left_out_on_working_days_gets_no_table_later() {
        post.compose(occurrence(nine("2026-02-09")));

        var late = occurrence(nine("2026-03-02"));
        post.compose(late);

        assertThat(froms(snapshots.allOfOccurrence(late.id()))).containsExactly("2026-02-23");
    }

    @Test
    void by_hand_and_the_first_time_it_is_one_week() {
        var first = occurrence(nine("2026-02-24"));
        post.compose(first);
        assertThat(froms(snapshots.allOfOccurrence(first.id()))).containsExactly("2026-02-16");

        var hand = occurrence(nine("2026-10-08"));
        post.compose(new Occurrence(hand.id(), hand.schedule(), hand.plannedAt(), false, true));
        assertThat(froms(snapshots.allOfOccurrence(hand.id()))).containsExactly("2026-09-28");
    }

    private static Instant nine(String day) {
        return at(LocalDate.parse(day), 9);
    }

    private static List<String> froms(List<Snapshot> posted) {
        return posted.stream()
                .map(snapshot -> snapshot.content().table().period().from().toString())
                .toList();
    }

    @Test
    void what_happens_after_the_week_changes_nothing_of_it() {
        issue("新丰镇", WEEK.plusDays(4), at(WEEK.plusDays(8), 10));
        var asSeenOnMonday = tables.of(Period.weekEndedBefore(MONDAY_NINE), MONDAY_NINE);

        assertThat(rowOf("新丰镇", asSeenOnMonday).figures()).isEqualTo(Figures.of(5, 3, 1, 1));
        assertThat(tables.of(asSeenOnMonday.period(), MONDAY_NINE.plusSeconds(400_000)))
                .isEqualTo(asSeenOnMonday);
    }

    @Test
    void snapshot_read_twice_is_the_same_and_a_changed_one_is_noticed() {
        var occurrence = occurrence(MONDAY_NINE);
        post.compose(occurrence);

        var once = snapshots.ofOccurrence(occurrence.id()).orElseThrow();
        assertThat(snapshots.ofOccurrence(occurrence.id())).hasValue(once);
        assertThat(once.content().table())
                .isEqualTo(tables.of(once.content().table().period(), MONDAY_NINE));

        sql.sql("update ranking_snapshot set content = replace(content, '82.1', '99.9') where id = ?")
                .param(once.id())
                .update();
        assertThatThrownBy(() -> snapshots.latest(once.content().table().period()))
                .hasMessageContaining("was changed after it was posted");
    }

    @Test
    void table_that_was_posted_by_the_first_rules_can_still_be_read_as_it_was() {
        var occurrence = occurrence(MONDAY_NINE);
        var picture = media.keep(new byte[] {1, 2, 3}, "image/png");
        var content = """
                {"table":{"period":{"kind":"WEEK","from":"2024-03-04","until":"2024-03-11"},"cutOffAt":"2024-03-10T16:00:00Z",\
                "rules":{"version":1,"weights":{"onTime":50,"close":20},"minimum":3,"bands":{"green":1,"yellow":1,"red":1}},\
                "rows":[{"unitId":1,"unit":"新丰镇","order":1,"figures":{"due":4,"onTime":3,"late":1,"overdue":7},"rank":1,\
                "lastRank":null,"score":82.1,"code":"RED"}]},"view":{"title":"t","heading":"h","period":"p","edition":"",\
                "partial":false,"cutOff":"c","columns":{"rank":"r","unit":"u","code":"c","score":"s","closed":"c","overdue":"o"},\
                "ranked":[{"rank":"1","change":"新","last":"","trend":"UNKNOWN","unit":"新丰镇","colour":"RED","code":"红",\
                "score":"82.1","due":"4","done":"4","overdue":"7"}],"smallHeading":"s","small":[],"rules":["r"]}}""";
        sql.sql("""
                insert into ranking_snapshot (period_kind, from_on, until_on, version, cut_off_at, rules_version, occurrence_id,
                                              content, content_hash, picture_hash, created_at)
                values ('WEEK', '2024-03-04', '2024-03-11', 1, '2024-03-10 16:00:00', 1, :occurrence, :content,
                        sha2(:content, 256), :picture, '2024-03-11 01:00:00')
                """)
                .params(Map.of("occurrence", occurrence.id(), "content", content, "picture", picture))
                .update();

        var posted = snapshots.ofOccurrence(occurrence.id()).orElseThrow().content();

        var row = posted.table().rows().get(0);
        assertThat(posted.table().arithmetic(row).score().orElseThrow()).hasToString("82.1");
        assertThat(row.coding().reds()).isEqualTo(1);
        assertThat(posted.view().ranked().get(0).remark()).isEmpty();
        assertThat(posted.view().notes()).isEmpty();
    }

    @Test
    void codes_follow_what_was_posted_week_after_week() {
        // 新丰 is alone in the table for two weeks, and then the worst of two, twice.
        post.compose(occurrence(MONDAY_NINE));
        for (int week = 1; week <= 2; week++) {
            for (int i = 0; i < 3; i++) {
                var day = WEEK.plusDays(7L * week + i);
                issue("新丰镇", day, at(day.plusDays(1), 12));
                issue("大桥镇", day, at(day, 12));
                issue("七星街道", day, at(day, 13));
            }
            post.compose(occurrence(MONDAY_NINE.plusSeconds(week * 7 * 86_400L)));
        }
        var now = MONDAY_NINE.plusSeconds(2 * 7 * 86_400L + 60);
        var unit = roster.unitsNamed("新丰镇").get(0);

        var history = HistoryView.of(
                unit.name(), unit.id(), Period.Kind.WEEK, snapshots.before(Period.weekOf(now), 12), tables.words());

        assertThat(history.lines()).extracting(line -> line.row().code()).containsExactly("红", "红", "绿");
        assertThat(history.lines()).extracting(line -> line.row().remark()).containsExactly("连续 2 期红码，建议约谈", "", "");
        assertThat(history.counts()).containsExactly(new HistoryView.Count("绿", 1), new HistoryView.Count("红", 2));
        assertThat(templates.render("ranking/history", history).text())
                .contains("新丰镇最近 3 期的码")
                .contains("3月18日—24日 **红码**")
                .contains("连续 2 期红码，建议约谈");
        var place = (PlaceView) rank.handle(call("xinfeng-1", "新丰", now)).view();
        assertThat(place.trend()).isEqualTo("1 → 3 → 3 → —");
    }

    @Test
    void table_of_march_is_posted_in_april_and_answered_as_it_was_posted() {
        var april = at(LocalDate.of(2024, 4, 1), 9);
        var groups = roster.subscribersOf("league-table-monthly");

        var edition = monthly.compose(occurrence("league-table-monthly", april));

        assertThat(groups).hasSize(14);
        assertThat(edition.partsFor(groups.get(0))).hasSize(2);
        issue("大桥镇", WEEK.plusDays(4), at(WEEK.plusDays(4), 10));
        var asked = (RankView)
                rank.handle(call("xinfeng-1", "三月", april.plusSeconds(60))).view();
        assertThat(asked.heading()).isEqualTo("整改排名 2024年3月");
        assertThat(asked.version()).isEqualTo(1);
        assertThat(asked.ranked()).extracting(TableView.RowView::due).containsExactly("4");
        var place = (PlaceView)
                rank.handle(call("xinfeng-1", "新丰 上月", april.plusSeconds(60))).view();
        assertThat(place.period()).isEqualTo("2024年3月");
        var months = history.handle(call("xinfeng-1", "新丰 月", april.plusSeconds(60)));
        assertThat(templates.render(months.template(), months.view()).text()).contains("新丰镇最近 1 个月的码", "- 2024年3月");
        assertThat(place.row().score()).isEqualTo("82.1");
        assertThat(monthly.compose(occurrence("league-table-monthly", april.plusSeconds(120)))
                        .partsFor(groups.get(0)))
                .hasSize(2);
        assertThat(snapshots
                        .latest(Period.monthEndedBefore(april))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void kinds_groups_and_years_are_worked_out_and_say_so() {
        for (int day = 0; day < 3; day++) {
            kind(issue("大桥镇", WEEK.plusDays(day), at(WEEK.plusDays(day), 12)), "WATER");
            kind(issue("七星街道", WEEK.plusDays(day), at(WEEK.plusDays(day), 12)), "WATER", "AIR");
        }
        post.compose(occurrence(MONDAY_NINE));
        var now = MONDAY_NINE.plusSeconds(60);

        var water = (RankView) rank.handle(call("xinfeng-1", "上周 水", now)).view();
        var towns = (RankView) rank.handle(call("xinfeng-1", "上周 镇", now)).view();
        var year = (RankView) rank.handle(call("xinfeng-1", "今年", now)).view();

        assertThat(water.unposted()).isTrue();
        assertThat(water.ranked()).extracting(TableView.RowView::unit).containsExactly("七星街道", "大桥镇");
        assertThat(towns.number()).isNotEmpty();
        assertThat(towns.heading()).isEqualTo("整改排名·镇 3月4日—10日");
        assertThat(towns.ranked())
                .extracting(row -> row.rank() + row.unit() + row.code())
                .containsExactly("1大桥镇绿", "3新丰镇红");
        assertThat(year.heading()).isEqualTo("今年整改排名（截至目前）");
        assertThat(year.ranked()).extracting(TableView.RowView::due).containsExactly("3", "3", "4");
        assertThatThrownBy(() -> rank.handle(call("xinfeng-1", "2024年4月", now))).hasMessage("ranking/period-ahead");
    }

    @Test
    void workbook_of_a_posted_table_goes_to_the_asker_in_private() throws UnreadableWorkbook {
        post.compose(occurrence(MONDAY_NINE));

        var reply = export.handle(call("xinfeng-1", "排名 上周", MONDAY_NINE.plusSeconds(60)));

        assertThat(reply.privately()).isTrue();
        assertThat(reply.attachments()).hasSize(1);
        var file = (Reply.FileAttachment) reply.attachments().get(0);
        assertThat(file.fileName()).isEqualTo("整改排名 3月4日—10日.xlsx");
        var sheets =
                TestSheets.reader().sheets(media.find(file.hash()).orElseThrow().bytes());
        assertThat(sheets).extracting(Sheet::name).containsExactly("排名", "得分算法", "说明");
        assertThat(sheets.get(0).rows()).hasSize(12);
        assertThat(templates.render(reply.template(), reply.view()).text()).contains("全部 11 家");
        assertThatThrownBy(() -> export.handle(call("xinfeng-1", "排名 火星", MONDAY_NINE)))
                .hasMessage("ranking/export-unknown");
    }

    @Test
    void issues_behind_a_score_are_for_the_unit_itself_for_managers_and_for_the_bureau() {
        assertThatThrownBy(() -> why.handle(call("daqiao-1", "新丰", MONDAY_NINE)))
                .hasMessage("ranking/why-not-yours");
        post.compose(occurrence(MONDAY_NINE));

        var own = why.handle(call("xinfeng-1", "", MONDAY_NINE.plusSeconds(60)));
        var manager = why.handle(call("manager-1", "新丰", MONDAY_NINE.plusSeconds(60)));
        var other = why.handle(call("daqiao-1", "新丰", MONDAY_NINE.plusSeconds(60)));

        var late = sql.sql("select max(id) from issue where due_on = '2024-03-07'")
                .query(Long.class)
                .single();
        assertThat(templates.render(own.template(), own.view()).text())
                .contains("- 按期办结率 3/4，权重 50，拉低的：编号 " + late, "＝**82.1**");
        assertThat(manager.view()).isEqualTo(own.view());
        assertThat(templates.render(other.template(), other.view()).text())
                .contains("- 按期办结率 3/4，权重 50", "＝**82.1**")
                .doesNotContain("编号");
    }

    @Test
    void overdue_days_are_working_days() {
        // Friday 1 March is 5 working days before Friday 8 March, Thursday 29 February is 6.
        issue("新丰镇", LocalDate.of(2024, 3, 1), MONDAY_NINE);
        issue("新丰镇", LocalDate.of(2024, 2, 29), MONDAY_NINE);

        var table = tables.of(Period.weekEndedBefore(MONDAY_NINE), MONDAY_NINE);

        var row = rowOf("新丰镇", table);
        assertThat(row.figures().overdue()).isEqualTo(2);
        assertThat(row.figures().overdueLong()).isEqualTo(1);
        assertThat(row.code()).isEqualTo(Code.YELLOW);
        assertThat(row.coding().reasons()).containsExactly(new Reason(Reason.Cause.OVERDUE, Code.YELLOW, 1, 5));
    }

    @Test
    void last_tables_are_found_by_an_index() {
        var parameters = Map.of("kind", Period.Kind.WEEK, "from", WEEK, "limit", 12);

        assertThat(new Plans(sessions).of(SnapshotMapper.class, "before", parameters))
                .allSatisfy(step -> assertThat(step.key()).isEqualTo("uk_ranking_snapshot__period_version"));
    }

    private CommandCall call(String staffId, String arguments, Instant at) {
        var member = roster.memberByStaffId(staffId).orElseThrow();
        var message = new IncomingMessage(
                "demo",
                "msg",
                "private",
                false,
                null,
                staffId,
                member.name(),
                at,
                arguments,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                false,
                "{}");
        return new CommandCall(member, null, arguments, Folding.fold(arguments), at, 1, message);
    }

    @Test
    void last_rank_comes_from_the_table_before() {
        var monday = MONDAY_NINE.plusSeconds(7 * 86_400);
        for (int i = 0; i < 3; i++) {
            issue("新丰镇", WEEK.plusDays(7 + i), at(WEEK.plusDays(9 + i), 12));
            issue("大桥镇", WEEK.plusDays(7 + i), at(WEEK.plusDays(7 + i), 12));
        }

        var row = rowOf("新丰镇", tables.of(Period.weekEndedBefore(monday), monday));

        assertThat(row.rank()).isEqualTo(2);
        assertThat(row.lastRank()).isEqualTo(1);
    }

    @Test
    void preview_shows_the_ended_week_until_it_is_posted_then_this_week() {
        var before = (Publication.Preview) publication.preview(MONDAY_NINE).view();
        post.compose(occurrence(MONDAY_NINE));
        var reply = publication.preview(MONDAY_NINE.plusSeconds(60));
        var after = (Publication.Preview) reply.view();

        assertThat(before.pending()).isTrue();
        assertThat(before.table().period()).isEqualTo("3月4日—10日");
        assertThat(after.pending()).isFalse();
        assertThat(after.table().period()).isEqualTo("3月11日—17日");
        assertThat(reply.privately()).isTrue();
        assertThat(reply.attachments()).hasSize(1);
    }

    @Test
    void publishing_is_for_managers_and_not_for_a_week_that_was_posted() {
        var liaison = roster.memberByStaffId("xinfeng-1").orElseThrow();
        var manager = roster.memberByStaffId("manager-1").orElseThrow();

        assertThatThrownBy(() -> publication.publish(liaison, MONDAY_NINE)).hasMessage("ranking/publish-not-allowed");
        var party = roster.memberByStaffId("xinfeng-manager").orElseThrow();
        assertThatThrownBy(() -> publication.publish(party, MONDAY_NINE)).hasMessage("ranking/publish-not-allowed");

        post.compose(occurrence(MONDAY_NINE));
        assertThatThrownBy(() -> publication.publish(manager, MONDAY_NINE.plusSeconds(60)))
                .hasMessage("ranking/already-posted");
    }

    @Test
    void table_that_was_taken_back_is_posted_again_by_hand_under_its_number_and_not_by_a_schedule() {
        var first = occurrence(MONDAY_NINE);
        post.compose(first);
        var number = snapshots.ofOccurrence(first.id()).orElseThrow().id();
        var group = roster.subscribersOf("league-table").get(0);
        assertThat(post.compose(byHand(MONDAY_NINE.plusSeconds(60))).partsFor(group))
                .as("the control: it is still there")
                .isEmpty();

        takenBack(first);

        assertThat(post.compose(occurrence(MONDAY_NINE.plusSeconds(120))).partsFor(group))
                .as("a schedule does not know why it was taken back")
                .isEmpty();
        var preview = (Publication.Preview)
                publication.preview(MONDAY_NINE.plusSeconds(150)).view();
        assertThat(preview.pending()).isTrue();
        assertThat(templates.render("ranking/preview", preview).text()).contains("这张表发布以后又撤回了");
        var again = byHand(MONDAY_NINE.plusSeconds(180));
        assertThat(post.compose(again).partsFor(group)).hasSize(2);
        assertThat(snapshots.ofOccurrence(again.id()).orElseThrow().id()).isEqualTo(number);
        assertThat(post.compose(byHand(MONDAY_NINE.plusSeconds(240))).partsFor(group))
                .as("it stands again")
                .isEmpty();

        takenBack(again);
        assertThat(post.compose(byHand(MONDAY_NINE.plusSeconds(300))).partsFor(group))
                .hasSize(2);
    }

    @Test
    void manager_publishes_a_table_again_that_was_taken_back_and_reads_that_it_was() {
        var manager = roster.memberByStaffId("manager-1").orElseThrow();
        var first = occurrence(MONDAY_NINE);
        post.compose(first);
        takenBack(first);

        var reply = publication.publish(manager, MONDAY_NINE.plusSeconds(60));

        assertThat(templates.render(reply.template(), reply.view()).text()).contains("上一次发的已撤回");
    }

    private void takenBack(Occurrence posted) {
        sql.sql(
                        "insert into recall_request (post, staff_id, requested_at, stopped, unable, ended_at) values (?, 'x', ?, 0, 0, ?)")
                .params("post:" + posted.id(), utc(MONDAY_NINE), utc(MONDAY_NINE))
                .update();
    }

    private Occurrence byHand(Instant at) {
        var planned = occurrence(at);
        return new Occurrence(planned.id(), planned.schedule(), planned.plannedAt(), false, true);
    }

    private static LeagueTable.Row rowOf(String unit, LeagueTable table) {
        return table.rows().stream()
                .filter(row -> row.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_read_by_the_cut_off_counts_and_reading_it_later_changes_no_table() {
        var monday = Period.weekEndedBefore(MONDAY_NINE).endsAt();
        pushed(at(WEEK.plusDays(4), 0), at(WEEK.plusDays(2), 12));
        pushed(at(WEEK.plusDays(4), 0), monday.plusSeconds(60));
        pushed(at(WEEK.plusDays(8), 0), at(WEEK.plusDays(2), 12));

        var table = tables.of(Period.weekEndedBefore(MONDAY_NINE), MONDAY_NINE);

        assertThat(trainingOf(table)).isEqualTo(new Figures.Share(1, 2));
        sql.sql("update push_reader set read_at = ? where read_at is null or read_at > ?")
                .params(utc(MONDAY_NINE), utc(monday))
                .update();
        assertThat(tables.again(table, Set.of()).sameAs(table)).isTrue();
        assertThat(trainingOf(tables.of(Period.weekEndedBefore(MONDAY_NINE), Issue.Kind.WATER, MONDAY_NINE)))
                .isEqualTo(Figures.Share.NONE);
    }

    private static Figures.Share trainingOf(LeagueTable table) {
        return table.rows().stream()
                .filter(row -> row.unit().equals("新丰镇"))
                .findFirst()
                .orElseThrow()
                .figures()
                .training();
    }

    /** A material that one person of the town is to read until {@code countsAt}. */
    private void pushed(Instant countsAt, Instant readAt) {
        var listedAt = at(WEEK.plusDays(1), 12);
        sql.sql("""
                insert into material (category, state, title, summary, body, source, tags, created_at)
                values ('TRAINING', 'PUBLISHED', '读的', '', '', '', '', ?)
                """).param(utc(listedAt)).update();
        long material = sql.sql("select last_insert_id()").query(Long.class).single();
        sql.sql("""
                insert into push_delivery (material_id, group_id, occurrence_id, pushed_at, counts_at)
                values (?, (select min(id) from chat_group), ?, ?, ?)
                """)
                .params(material, occurrence(listedAt.plusSeconds(material)).id(), utc(listedAt), utc(countsAt))
                .update();
        sql.sql("""
                insert into push_reader (material_id, member_id, unit_id, delivery_id, counts_at, listed_at, read_at)
                select ?, m.id, m.unit_id, last_insert_id(), ?, ?, ?
                  from member m
                 where m.staff_id = 'xinfeng-1'
                """).params(material, utc(countsAt), utc(listedAt), utc(readAt)).update();
    }

    private Occurrence occurrence(Instant plannedAt) {
        return occurrence("league-table-weekly", plannedAt);
    }

    private Occurrence occurrence(String name, Instant plannedAt) {
        var schedule = schedules.named(name).orElseThrow();
        sql.sql("""
                insert into occurrence (schedule_id, planned_at, state, attempts, started_at)
                values (:schedule, :at, 'DONE', 1, :at)
                """)
                .params(Map.of("schedule", schedule.id(), "at", utc(plannedAt)))
                .update();
        var id = sql.sql("select last_insert_id()").query(Long.class).single();
        return new Occurrence(id, schedule, plannedAt, false, false);
    }

    private long issue(String unit, LocalDate dueOn, Instant closedAt) {
        return issues.closed(unit, dueOn, closedAt);
    }

    private void kind(long issue, String... kinds) {
        for (var kind : kinds) {
            sql.sql("insert into issue_kind (issue_id, kind) values (?, ?)")
                    .params(issue, kind)
                    .update();
        }
    }

    private int snapshotsOfTheWeek() {
        return sql.sql("select count(*) from ranking_snapshot where from_on = ?")
                .param(WEEK)
                .query(Integer.class)
                .single();
    }
}
