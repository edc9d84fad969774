package ecobot.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.CalendarNotices;
import ecobot.calendar.WorkCalendar;
import ecobot.testing.CalendarIT;
import ecobot.testing.MadeUpNotice;
import ecobot.testing.SandboxClient;
import ecobot.testing.TimeTravel;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** An admin and the calendar, through the platform's wire. The notice for 2027 is made up. */
@CalendarIT
class CalendarCommandIT {

    private static final String ADMIN = "admin-1";
    private static final String PRIVATE = "private:admin-1";
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final CalendarNotices notices;
    private final WorkCalendar calendar;
    private final MadeUpNotice madeUp;
    private final TimeTravel time;
    private final CalendarFile file;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    CalendarCommandIT(
            CalendarNotices notices, WorkCalendar calendar, MadeUpNotice madeUp, TimeTravel time, CalendarFile file) {
        this.notices = notices;
        this.calendar = calendar;
        this.madeUp = madeUp;
        this.time = time;
        this.file = file;
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
        time.to("2026-09-10T10:00");
    }

    @AfterEach
    void forget() {
        madeUp.forget();
        time.back();
    }

    @Test
    void overview_tells_what_is_next_and_what_is_unknown() {
        assertThat(ask("/日历"))
                .contains(
                        "**上班** 9月20日 周日（国庆节）", "放假 9月25日 周五 至 9月27日 周日，3 天（中秋节）", "已公布：2025、2026", "2027 年的放假安排还没有导入");
        assertThat(ask("/rili 2026")).contains("2026 年放假 33 天，补班 6 天", "春节");
        assertThat(ask("/calendar 2027")).contains("2027 年的放假安排还没有导入");
        assertThat(ask("/rl 后年")).contains("没看懂要看哪一年");
    }

    @Test
    void notice_is_shown_first_and_loaded_when_confirmed() {
        assertThat(ask("/日历 2027 " + MadeUpNotice.TEXT))
                .contains("请确认 2027 年：放假 21 天，补班 3 天", "1. 确认", "2. 取消", "放假 2027年9月30日 至 2027年10月6日，7 天（国庆节）");
        assertThat(calendar.knows(NEW_YEAR)).as("nothing is changed yet").isFalse();

        assertThat(ask("好不好")).contains("确认改动请回 1");
        assertThat(ask("确认")).contains("已导入 2027 年");

        assertThat(calendar.knows(NEW_YEAR)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 14))).isTrue();
        assertThat(ask("/日历 2027 " + MadeUpNotice.TEXT)).contains("2027 年没有变化");
        assertThat(ask("/日历 2027 " + MadeUpNotice.TEXT.replace("2月13日（周六）、", "")))
                .contains("会改这些天", "2027年2月13日：上班 → **平常**");
        assertThat(ask("2")).contains("没有改动");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 13))).isTrue();
    }

    @Test
    void cancelled_notice_changes_nothing() {
        ask("/日历 2027 " + MadeUpNotice.TEXT);

        assertThat(ask("取消")).contains("没有改动");
        assertThat(notices.years()).doesNotContain(2027);
    }

    @Test
    void wrong_line_is_refused_and_named() {
        assertThat(ask("/日历 2027 " + MadeUpNotice.TEXT.replace("2月14日（周日）", "2月14日（周一）")))
                .contains("写的星期和日期对不上", "第 2 行");
        assertThat(ask("/日历 2027-02-15 上班")).contains("补班只能在周六、周日");
        assertThat(ask("/日历 2027-02-31 上班")).contains("没有这一天");
        assertThat(notices.years()).doesNotContain(2027);
    }

    @Test
    void one_day_is_changed_when_confirmed() {
        var saturday = LocalDate.of(2026, 11, 28);

        assertThat(ask("/日历 2026-11-28 上班 防汛")).contains("请确认：11月28日 周六 改为上班", "现在是平常");
        assertThat(ask("1")).contains("已改：11月28日 周六 上班");
        assertThat(calendar.isWorkingDay(saturday)).isTrue();

        ask("/日历 2026年11月28日 平常");
        assertThat(ask("1")).contains("已改：11月28日 周六 平常");
        assertThat(calendar.isWorkingDay(saturday)).isFalse();
    }

    @Test
    void change_by_somebody_else_meanwhile_makes_the_question_void() {
        ask("/日历 2027 " + MadeUpNotice.TEXT);
        madeUp.load();

        assertThat(ask("1")).contains("日历刚被改过");
        assertThat(notices.of(2027).orElseThrow().title()).isEqualTo("made up");
    }

    @Test
    void nobody_but_an_admin_may_use_it() {
        assertThat(chat.ask("xinfeng-1", "cidXinfeng", "/日历 2026-11-28 上班").text())
                .contains("管理员");
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 28))).isFalse();
    }

    @Test
    void file_that_is_sent_is_read() {
        assertThat(ask("/日历 2027 文件")).contains("请把 2027 年的文件发给我");
        var table = "2027-01-01,放假,元旦\r\n2027-02-14,上班,春节\r\n2027-05-01,放假,劳动节\r\n2027-10-01,放假,国庆节\r\n";
        var content = Base64.getEncoder().encodeToString(table.getBytes(Charset.forName("GB18030")));
        long before = chat.lastSeq(PRIVATE);
        chat.post(PRIVATE, Map.of("senderStaffId", ADMIN, "file", Map.of("name", "2027.csv", "content", content)));
        Awaitility.await("answer")
                .until(() -> chat.answers(PRIVATE, before).stream()
                        .anyMatch(said -> said.text().contains("文件收到了")));

        Awaitility.await("fetched").until(() -> ask("1").contains("请确认 2027 年：放假 3 天，补班 1 天"));
        assertThat(ask("1")).contains("已导入 2027 年");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 14))).isTrue();
    }

    @Test
    void file_of_the_configuration_is_loaded_once_and_edits_stay() {
        var text = "国务院办公厅关于2027年部分节假日安排的通知\n" + MadeUpNotice.TEXT;
        file.load(text, "hash-one");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 13))).isTrue();

        ask("/日历 2027-02-13 平常");
        ask("1");
        file.load(text, "hash-one");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 13))).isFalse();

        file.load(text, "hash-two");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 13))).isTrue();
        assertThat(notices.of(2027).orElseThrow().fileHash()).isEqualTo("hash-two");
        assertThat(List.copyOf(notices.years())).contains(2027);
    }

    private String ask(String text) {
        return chat.ask(ADMIN, PRIVATE, text).text();
    }
}
