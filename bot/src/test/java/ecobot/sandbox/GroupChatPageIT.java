package ecobot.sandbox;

import static ecobot.sandbox.GroupChat.line;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.Browser;
import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The group chat in a real browser before the real application. Every test is a person who has never been here. Nothing is posted by itself. */
@Browser
@EcoBotIT
@TestPropertySource(properties = "spring.application.name=page") // a context of its own, for the clock is moved
class GroupChatPageIT {

    private static final String XINFENG = "cidXinfeng";
    private static final String RANKING_BUTTON =
            "dtmd://dingtalkclient/sendMessage?content=%E4%BD%A0%E5%A5%BD%20%E6%8C%89%E9%92%AE";

    private final GroupChat chat;
    private final SandboxClient sandbox;
    private final String base;
    private final JdbcClient sql;

    GroupChatPageIT(ChromeDriver driver, @LocalServerPort int port, @Autowired JdbcClient sql) {
        this.sql = sql;
        base = "http://127.0.0.1:" + port;
        chat = new GroupChat(driver, port);
        sandbox = new SandboxClient(base);
    }

    @BeforeEach
    void arrive() {
        sql.sql("update schedule set enabled = false").update();
        chat.desk().dark(false).firstVisit();
    }

    @Test
    void a_newcomer_is_led_to_choosing_a_person() {
        assertThat(chat.find("#guide").isDisplayed()).isTrue();
        assertThat(chat.all(".conversation")).isEmpty();
        chat.screenshot("first-visit");

        chat.tap(".welcome .button").search("新丰 联络员").press(Keys.ENTER);

        chat.until(() -> chat.find(".me-name").getText().equals("我是 新丰联络员一"));
        assertThat(chat.all("#guide .done")).hasSize(1);
    }

    @Test
    void a_person_sees_only_own_conversations() {
        chat.as("xinfeng-1");

        assertThat(chat.run(
                        "return [...document.querySelectorAll('.conversation')].map(each => each.dataset.id).sort()"))
                .isEqualTo(List.of("cidAll", "cidAreaTwo", XINFENG, "private:xinfeng-1"));
    }

    @Test
    void a_line_with_photos_goes_out_and_the_answer_comes_without_reload(@TempDir Path folder) throws IOException {
        chat.as("xinfeng-1").open(XINFENG);

        chat.attach(photo(folder, "one.png", Color.GRAY));
        chat.attach(photo(folder, "two.png", Color.PINK));
        chat.write("/帮助").screenshot("composing");
        chat.send();

        chat.awaitSaid(".mine", "@机器人 /帮助");
        chat.awaitSaid(".robot", "");
        assertThat(chat.all(".message.mine .picture")).hasSize(2);
        chat.tap(".message.mine .picture");
        chat.until(() -> chat.find("dialog.viewer img").isDisplayed());
        chat.press(Keys.ESCAPE);
        chat.until(() -> !chat.find("dialog.viewer").isDisplayed());
        chat.screenshot("answered");
    }

    @Test
    void a_line_without_mention_reaches_the_group_but_not_the_robot() {
        chat.as("yuxin-1").open("cidYuxin");

        chat.tap(".mention-chip").write("大家好").send();

        chat.awaitSaid(".mine", "大家好");
        assertThat(chat.said(".mine")).last().isEqualTo("大家好");
        assertThat(said("yuxin-1", "cidYuxin"))
                .last()
                .satisfies(said -> assertThat(
                                said.raw().path("raw").path("isInAtList").asBoolean())
                        .isFalse());
    }

    @Test
    void what_others_say_appears_by_itself_and_counts_as_unread_elsewhere() {
        chat.as("daqiao-1").open("cidDaqiao");

        sandbox.post("cidAll", Map.of("senderStaffId", "manager-1", "text", "各单位请自查", "mention", false));
        sandbox.post("cidDaqiao", Map.of("senderStaffId", "daqiao-2", "text", "收到", "mention", false));

        chat.awaitSaid("", "收到");
        chat.until(() -> chat.find(line("cidAll") + " .badge").getText().startsWith("1"));
        assertThat(chat.find(line("cidAll")).getText()).contains("局领导一：各单位请自查");
        assertThat(chat.all(line("cidDaqiao") + " .badge")).isEmpty();
        assertThat(chat.find("#said").getDomProperty("textContent")).contains("收到");
    }

    @Test
    void a_button_of_a_card_speaks_for_the_person() throws Exception {
        robotSays(
                "fengqiao-robot",
                Map.of(
                        "msgtype",
                        "actionCard",
                        "actionCard",
                        Map.of(
                                "title",
                                "请选择",
                                "text",
                                "### 是哪个单位？\n\n1. 新丰镇\n2. 余新镇",
                                "btnOrientation",
                                "0",
                                "btns",
                                List.of(
                                        Map.of("title", "打招呼", "actionURL", RANKING_BUTTON),
                                        Map.of("title", "看网页", "actionURL", "https://example.org/"),
                                        Map.of("title", "坏链接", "actionURL", "javascript:alert(1)")))));
        chat.as("fengqiao-1").open("cidFengqiao");
        chat.awaitSaid(".robot", "是哪个单位");
        assertThat(chat.all(".buttons > *"))
                .extracting(each -> each.getTagName() + each.getText())
                .containsExactly("button打招呼", "a看网页");
        chat.screenshot("card");

        chat.tap(".buttons button");

        chat.awaitSaid(".mine", "你好 按钮");
    }

    @Test
    void a_message_can_be_quoted() {
        var quoted = sandbox.post("cidQixing", Map.of("senderStaffId", "qixing-2", "text", "河边有垃圾", "mention", false));
        chat.as("qixing-1").open("cidQixing");
        chat.awaitSaid("", "河边有垃圾");

        chat.run("[...document.querySelectorAll('.quote-it')].at(-1).click()");
        assertThat(chat.find(".quoting").getText()).isEqualTo("七星上报人一：河边有垃圾");
        chat.write("已安排").send();

        chat.awaitSaid(".mine", "七星上报人一：河边有垃圾");
        assertThat(said("qixing-1", "cidQixing"))
                .last()
                .satisfies(said -> assertThat(said.raw()
                                .path("raw")
                                .path("text")
                                .path("repliedMsg")
                                .path("msgId")
                                .asString())
                        .isEqualTo(quoted));
    }

    @Test
    void everything_is_within_reach_of_the_keyboard() {
        chat.tap(".me-button").search("南湖联络员").press(Keys.ARROW_DOWN);
        chat.press(Keys.ENTER);
        chat.until(() -> chat.run("return document.activeElement.id").equals("box"));

        chat.write("第一行");
        chat.press(Keys.chord(Keys.SHIFT, Keys.ENTER));
        chat.write("第二行");
        chat.press(Keys.ENTER);
        chat.awaitSaid(".mine", "第一行\n第二行");

        chat.run("document.querySelector('.conversation[aria-current]').focus()");
        var from = chat.run("return document.activeElement.dataset.id");
        chat.press(Keys.HOME);
        chat.press(Keys.ARROW_DOWN);
        assertThat(chat.run("return document.activeElement.dataset.id")).isNotEqualTo(from);
        chat.press(Keys.ENTER);
        chat.until(() -> chat.run("return document.activeElement.id").equals("box"));

        chat.run("document.querySelector('.forward').focus()");
        chat.press(Keys.ENTER);
        assertThat(chat.run("return document.activeElement.textContent")).isEqualTo("+1 小时");
        chat.press(Keys.ARROW_DOWN);
        assertThat(chat.run("return document.activeElement.textContent")).isEqualTo("+1 天");
        chat.press(Keys.ESCAPE);
        assertThat(chat.find(".menu").isDisplayed()).isFalse();
        assertThat(chat.run("return document.activeElement.className"))
                .asString()
                .contains("forward");
    }

    @Test
    void list_and_chat_are_two_screens_of_a_phone_and_nothing_scrolls_sideways() {
        sandbox.post("cidJianshe", Map.of("senderStaffId", "jianshe-2", "text", "a".repeat(300), "mention", false));
        chat.phone(360).as("jianshe-1");
        assertThat(chat.find(".side").isDisplayed()).isTrue();
        assertThat(chat.find(".chat").isDisplayed()).isFalse();
        assertThat(chat.scrollsSideways()).isFalse();
        chat.screenshot("phone-list");

        chat.open("cidJianshe").awaitSaid("", "aaa");
        assertThat(chat.find(".side").isDisplayed()).isFalse();
        assertThat(chat.scrollsSideways()).isFalse();
        chat.screenshot("phone-chat");

        chat.tap("#back");
        assertThat(chat.find(".side").isDisplayed()).isTrue();
        chat.tap(".me-button");
        assertThat(chat.scrollsSideways()).isFalse();
        chat.screenshot("phone-people");
    }

    @Test
    void hostile_words_stay_words() throws Exception {
        var hostile = "<img src=x onerror=\"document.title='taken'\"> [x](javascript:document.title='taken')";
        sandbox.post("cidXinjia", Map.of("senderStaffId", "xinjia-1", "text", hostile, "mention", false));
        robotSays(
                "xinjia-robot",
                Map.of(
                        "msgtype",
                        "markdown",
                        "markdown",
                        Map.of("title", hostile, "text", hostile + "\n\n| a | b |\n|---|---|\n| 1 | 2 |")));
        chat.as("xinjia-1").open("cidXinjia");
        chat.awaitSaid(".mine", hostile);
        chat.awaitSaid(".robot", hostile);

        assertThat(chat.all(".bubble img, .bubble a, .bubble table, .conversation img"))
                .isEmpty();
        assertThat(chat.said(".robot")).last().asString().endsWith("| a | b | |---|---| | 1 | 2 |");
        assertThat(chat.run("return document.title")).asString().doesNotContain("taken");
        chat.screenshot("hostile");
    }

    @Test
    void the_policy_of_the_page_stops_what_is_not_its_own() {
        chat.run(
                "const s = document.createElement('script'); s.textContent = 'window.taken = true'; document.body.append(s);");
        chat.run(
                "const d = document.createElement('div'); d.innerHTML = '<img src=x onerror=\"window.taken = true\">'; document.body.append(d);");

        assertThat(chat.run("return new Promise(done => setTimeout(() => done(window.taken === true), 300))"))
                .isEqualTo(false);
    }

    @Test
    void what_cannot_be_sent_stays_and_goes_out_on_retry() {
        chat.as("jiefang-1").open("cidJiefang");
        chat.online(false);
        chat.write("断网时写的").send();
        chat.until(() -> chat.find(".sending.failed").isDisplayed());
        chat.until(() -> chat.find("#banner").getText().startsWith("连不上程序"));
        chat.screenshot("offline");

        chat.online(true);
        chat.tap(".sending.failed .text-button");

        chat.awaitSaid(".mine", "断网时写的");
        chat.until(() -> chat.find("#banner").getText().isEmpty());
        assertThat(chat.all(".message.pending")).isEmpty();
    }

    @Test
    void the_top_line_tells_connection_quota_and_simulated_time() {
        chat.until(() -> chat.find(".status-word").getText().equals("机器人在线"));
        chat.until(() -> chat.find(".counters").getText().contains("/ 5000"));
        assertThat(chat.find(".counters").getText()).contains("/ 3000");
        assertThat(chat.find(".clock-now").getText()).startsWith("模拟时间");
        var before = (String) chat.run("return document.querySelector('.clock-day').textContent");

        chat.tap(".forward").tap(".menu button:nth-of-type(2)");

        chat.until(() -> chat.find("#banner").getText().startsWith("已快进到"));
        assertThat(chat.run("return document.querySelector('.clock-day').textContent"))
                .isNotEqualTo(before);
    }

    @Test
    void nobody_is_kept_out() {
        for (var dark : List.of(false, true)) {
            chat.dark(dark).firstVisit();
            assertThat(chat.barriers()).as("first visit").isEmpty();
            chat.as("xinfeng-2").open(XINFENG);
            sandbox.ask("xinfeng-2", XINFENG, "/帮助");
            chat.awaitSaid(".robot", "");
            assertThat(chat.barriers()).as("chat").isEmpty();
            chat.screenshot(dark ? "chat-dark" : "chat-light");
            chat.tap(".me-button");
            assertThat(chat.barriers()).as("people").isEmpty();
            chat.press(Keys.ESCAPE);
            chat.tap(".forward").tap(".menu button:nth-of-type(4)");
            assertThat(chat.barriers()).as("clock").isEmpty();
        }
    }

    private List<SandboxClient.Said> said(String staffId, String conversation) {
        return sandbox.messages(conversation, 0).stream()
                .filter(said -> said.from().equals(staffId))
                .toList();
    }

    private void robotSays(String robot, Map<String, ?> message) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/robot/send?access_token=" + robot))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(message)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("\"errcode\":0");
    }

    private static Path photo(Path folder, String name, Color colour) throws IOException {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 320, 240);
        pen.dispose();
        var file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
