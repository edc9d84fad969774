package ecobot.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.outbox.Allowance;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of a district, as the platform bills it: 11 units, 15 groups, 300 issues from the report to the verification with a photo at both ends, the weekly
 * tables and the monthly one, 20 pushes to 14 groups, and the digests and reminders that all this brings about. The clock goes through the next whole month;
 * how fast calls may follow each other is not what is asked here, so both limits of speed are out of the way.
 */
@Tag("bench")
@EcoBotIT
@TestPropertySource(properties = "ecobot.dingtalk.calls-per-second=60")
class DistrictMonthIT {

    private static final Logger log = LoggerFactory.getLogger(DistrictMonthIT.class);
    private static final int ISSUES = 300;
    private static final int PUSHES = 20;
    private static final int MESSAGES_PER_CENT = 40;
    private static final int CALLS_PER_CENT = 40;

    private static final String INSPECTOR = "inspector-1";
    private static final String PUSH = "培训通知";
    private static final List<String> PLACES = List.of(
            "竹林村桥下", "荷花浜西侧", "永丰路88号", "东浜泵站", "三官塘南岸", "梅家荡东侧", "长水河步行桥", "中港市场后门", "云东小区", "城北停车场", "建材仓库", "大同村苗圃",
            "凌塘港码头", "兴平桥头", "老粮站", "银杏公园", "双桥村文化礼堂");
    private static final List<String> PROBLEMS = List.of(
            "河面漂浮物较多",
            "雨水口污水流出发黑",
            "裸土未覆盖扬尘明显",
            "露天焚烧秸秆",
            "餐饮油烟扰民",
            "喷漆异味明显",
            "建筑垃圾堆放多日",
            "废机油桶露天堆放",
            "夜间施工噪声扰民",
            "渣土倾倒在农田边",
            "店铺拖把水倒入雨水井");
    private static final LocalTime QUIET_FROM = LocalTime.of(20, 0);
    private static final LocalTime QUIET_TO = LocalTime.of(8, 0);

    private final SettableClock clock;
    private final WorkCalendar calendar;
    private final JdbcClient sql;
    private final Allowance meter;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    @Value("${local.server.port}")
    private int port;

    @Value("${ecobot.folder}")
    private String folder;

    private SandboxClient chat;
    /** The last issue before the month. */
    private long earlier;

    private int reported;
    private int pushed;

    @Autowired
    DistrictMonthIT(
            SettableClock clock,
            WorkCalendar calendar,
            JdbcClient sql,
            Allowance meter,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.calendar = calendar;
        this.sql = sql;
        this.meter = meter;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** A unit's group and its liaison. */
    private record Town(String shortName, String group, String liaison) {}

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
        chat.faults(Map.of("switches", Map.of("rateLimits", false)));
    }

    @Test
    void month_stays_within_two_fifths_of_the_allowance_is_metered_and_bothers_nobody() {
        // The 20 pushes below stand for all materials of the month.
        sql.sql("update schedule set enabled = false where name in ('laws', 'cases', 'knowledge', 'policies')")
                .update();
        var month = YearMonth.from(now().atZone(Zone.SHANGHAI)).plusMonths(1);
        until(month.atDay(1), 0, 1);
        var begin = now();
        earlier = sql.sql("select coalesce(max(id), 0) from issue")
                .query(Long.class)
                .single();

        var workingDays = month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .filter(calendar::isWorkingDay)
                .toList();
        for (var day :
                month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).toList()) {
            until(day, 8, 1);
            until(day, 8, 31);
            until(day, 9, 1);
            int nth = workingDays.indexOf(day) + 1;
            if (nth > 0) {
                report(ISSUES * nth / workingDays.size() - reported);
                until(day, 10, 31);
                work(day);
                until(day, 15, 0);
                push(nth, workingDays.size());
                until(day, 16, 31);
            }
            until(day, 20, 30);
        }
        until(month.atEndOfMonth(), 23, 0);

        var bill = chat.get("/sandbox/api/quota");
        log.warn("{}: {} issues, {} pushes, bill {}", month, reported, pushed, bill);
        log.warn("calls by path: {}", calls(begin));
        Map<String, Long> byKind = said(begin).stream()
                .filter(said -> said.from().equals("demo"))
                .collect(Collectors.groupingBy(DistrictMonthIT::kind, TreeMap::new, Collectors.counting()));
        log.warn("what the bot said: {}", byKind);

        assertThat(sql.sql("select count(*) from issue where id > ? and state = 'CLOSED'")
                        .param(earlier)
                        .query(Integer.class)
                        .single())
                .as("closed in the month")
                .isGreaterThan(ISSUES * 2 / 3);
        meterAgreesWith(bill);
        nobodyIsBothered(begin);
        assertThat(percent(bill.path("webhookAndStream"))).isLessThanOrEqualTo(MESSAGES_PER_CENT);
        assertThat(percent(bill.path("openApi"))).isLessThanOrEqualTo(CALLS_PER_CENT);
    }

    private void report(int count) {
        for (int i = 0; i < count; i++) {
            var town = towns().get(reported % towns().size());
            var who = reported % 2 == 0 ? INSPECTOR : town.liaison();
            var before = chat.lastSeq(town.group());
            say(who, town.group(), "/上报 " + town.shortName() + " " + problem(reported / towns().size()), reported);
            reported++;
            settle();
            for (int asked = 0; asked < 3 && !isReported(town.group(), before); asked++) {
                chat.say(who, town.group(), "2"); // not the one that it resembles; the second kind
                settle();
            }
        }
        assertThat(sql.sql("select count(*) from issue where id > ?")
                        .param(earlier)
                        .query(Integer.class)
                        .single())
                .as("none is taken for another one")
                .isEqualTo(reported);
    }

    private boolean isReported(String group, long before) {
        return chat.answers(group, before).stream().anyMatch(said -> said.text().contains("已上报"));
    }

    /** A unit's nth one, at a place where nothing like it was found before. */
    private static String problem(int nth) {
        return PLACES.get(nth % PLACES.size()) + PROBLEMS.get(nth % PROBLEMS.size()) + " 5个工作日";
    }

    /** Everything that was reported yesterday or earlier goes one step on; each tenth issue only when it is late. */
    private void work(LocalDate day) {
        for (var row : sql.sql("""
                select i.id, i.state, i.due_on, u.short_name
                  from issue i
                  join unit u on u.id = i.unit_id
                 where i.id > ? and i.state <> 'CLOSED' and i.created_at < ?
                 order by i.id
                """).params(earlier, day.atStartOfDay()).query().listOfRows()) {
            long number = ((Number) row.get("id")).longValue();
            var due = LocalDate.parse(row.get("due_on").toString());
            if (number % 10 == 0 && !day.isAfter(due)) {
                continue;
            }
            var town = towns().stream()
                    .filter(each -> each.shortName().equals(row.get("short_name")))
                    .findFirst()
                    .orElseThrow();
            switch (row.get("state").toString()) {
                case "ASSIGNED" -> chat.say(town.liaison(), town.group(), "/签收 " + number);
                case "RECTIFYING" -> say(town.liaison(), town.group(), "/整改 " + number + " 已清理", (int) number + 10_000);
                case "SUBMITTED" -> chat.say(INSPECTOR, town.group(), "/核查 " + number + " 通过");
                default -> throw new AssertionError(row.toString());
            }
        }
        settle();
    }

    private void say(String who, String group, String text, int photo) {
        chat.post(group, Map.of("senderStaffId", who, "text", text, "mention", true, "photos", List.of(photo(photo))));
    }

    /** One is stored late in the evening now and then, so that it has to wait for the morning. */
    private void push(int nth, int workingDays) {
        int target = PUSHES * nth / workingDays;
        for (; pushed < target; pushed++) {
            if (pushed % 5 == 4) {
                until(now().atZone(Zone.SHANGHAI).toLocalDate(), 20, 15);
            }
            int number = 900_000 + pushed;
            var messages = groups().stream()
                    .filter(group -> !group.equals("cidBulletin"))
                    .map(group -> new Outgoing(
                            "post:" + number + ":" + group + ":1",
                            new Outgoing.GroupTarget(group, null),
                            new Outgoing.Markdown(PUSH, "第 " + number + " 期"),
                            List.of(),
                            Outgoing.Kind.POST))
                    .toList();
            transaction.executeWithoutResult(status -> outbox.enqueueAll(messages));
            settle();
        }
    }

    private void meterAgreesWith(JsonNode bill) {
        meter.accounts().forEach(account -> {
            var billed = bill.path(account.name().equals("OPEN_API") ? "openApi" : "webhookAndStream")
                    .path("used")
                    .asInt();
            log.warn(
                    "{}: metered {}, billed {}, allowed {}", account.name(), account.used(), billed, account.allowed());
            assertThat((double) account.used()).isBetween(billed * 0.98, billed * 1.02);
        });
    }

    private void nobodyIsBothered(Instant begin) {
        var posts = said(begin).stream()
                .filter(said -> Set.of("app-group", "custom-robot").contains(said.channel()))
                .toList();
        assertThat(posts)
                .allSatisfy(post -> assertThat(at(post).atZone(Zone.SHANGHAI).toLocalTime())
                        .as("%s %s", at(post), post.title())
                        .isAfterOrEqualTo(QUIET_TO)
                        .isBefore(QUIET_FROM));
        for (var group : groups()) {
            var perDay = chat.messages(group, 0).stream()
                    .filter(said -> Set.of("app-group", "custom-robot").contains(said.channel()))
                    .filter(said ->
                            !said.msgtype().equals("image") && !said.title().startsWith("#"))
                    .filter(said -> !at(said).isBefore(begin))
                    .collect(Collectors.groupingBy(
                            said -> at(said).atZone(Zone.SHANGHAI).toLocalDate(), TreeMap::new, Collectors.counting()));
            assertThat(perDay)
                    .as(group)
                    .isNotEmpty()
                    .allSatisfy((day, count) ->
                            assertThat(count).as("%s %s", group, day).isLessThanOrEqualTo(3));
        }
        assertThat(posts.stream().filter(post -> post.title().equals(PUSH)).count())
                .as("pushes that arrived")
                .isGreaterThan((long) (PUSHES - 1) * 13);
    }

    /** Goes on to that time, unless it is over, and lets everything leave. */
    private void until(LocalDate day, int hour, int minute) {
        var target = day.atTime(hour, minute).atZone(Zone.SHANGHAI).toInstant();
        if (now().isBefore(target)) {
            chat.advance(Duration.between(now(), target));
        }
        settle();
    }

    /** Nothing of what was said or is due waits any more. */
    private void settle() {
        Awaitility.await("all done")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .during(Duration.ofMillis(150))
                .until(() -> sql.sql("""
                        select (select count(*) from inbox where state = 'NEW')
                             + (select count(*) from outbox where open_lane > '')
                        """).query(Long.class).single() == 0 && underway() == 0);
    }

    /** Messages that the bot has not acknowledged. */
    private long underway() {
        return StreamSupport.stream(chat.get("/sandbox/api/status").path("apps").spliterator(), false)
                .filter(app -> app.path("clientId").asString("").equals("demo"))
                .mapToLong(app ->
                        app.path("pending").asLong() + app.path("unacked").asLong())
                .sum();
    }

    private List<Said> said(Instant begin) {
        var conversations = new ArrayList<String>();
        chat.get("/sandbox/api/conversations")
                .forEach(each ->
                        conversations.add(each.path("openConversationId").asString("")));
        return conversations.stream()
                .flatMap(each -> chat.messages(each, 0).stream())
                .filter(each -> !at(each).isBefore(begin))
                .toList();
    }

    private Map<String, Long> calls(Instant begin) {
        try (var lines = Files.lines(Path.of(folder, "sandbox", "journal.jsonl"))) {
            return lines.filter(line -> line.contains("\"path\":\"/"))
                    .map(JsonMapper.shared()::readTree)
                    .filter(call -> !Instant.parse(call.path("at").asString("")).isBefore(begin))
                    .collect(Collectors.groupingBy(
                            call -> call.path("path").asString("").replaceAll("/files/.*", "/files/…"),
                            TreeMap::new,
                            Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Town> towns() {
        var units = List.of(
                "建设 jianshe",
                "解放 jiefang",
                "新嘉 xinjia",
                "南湖 nanhu",
                "新兴 xinxing",
                "东栅 dongzha",
                "七星 qixing",
                "凤桥 fengqiao",
                "余新 yuxin",
                "新丰 xinfeng",
                "大桥 daqiao");
        return units.stream()
                .map(unit -> unit.split(" "))
                .map(unit -> new Town(
                        unit[0],
                        "cid" + Character.toUpperCase(unit[1].charAt(0)) + unit[1].substring(1),
                        unit[1] + "-1"))
                .toList();
    }

    private List<String> groups() {
        return StreamSupport.stream(chat.get("/sandbox/api/conversations").spliterator(), false)
                .filter(each -> each.path("type").asString("").equals("group"))
                .map(each -> each.path("openConversationId").asString(""))
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }

    private static Instant at(Said said) {
        return Instant.parse(said.raw().path("at").asString(""));
    }

    /** Channel and title without its numbers. */
    private static String kind(Said said) {
        return said.channel().equals("session")
                ? said.channel()
                : said.channel() + " " + said.msgtype() + " " + said.title().replaceAll("\\d+", "N");
    }

    private static int percent(JsonNode counter) {
        return (int) Math.ceil(
                counter.path("used").asInt() * 100.0 / counter.path("limit").asInt());
    }

    /** No two are alike. */
    private static String photo(int seed) {
        var dice = new Random(seed);
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        for (int spot = 0; spot < 40; spot++) {
            pen.setColor(new Color(dice.nextInt(0x1000000)));
            pen.fillRect(dice.nextInt(320), dice.nextInt(240), 80, 60);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
