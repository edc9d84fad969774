package ecobot.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** One problem from the report to the recheck: five people, two groups, and the clock that goes on. */
@EcoBotIT
@TestPropertySource(properties = "spring.application.name=closed-loop") // a context of its own, for the clock is moved
class ClosedLoopIT {

    private static final String CLERK = "fengqiao-2";
    private static final String WRONG_LIAISON = "xinfeng-1";
    private static final String LIAISON = "fengqiao-1";
    private static final String INSPECTOR = "inspector-1";
    private static final String MANAGER = "manager-1";
    private static final String XINFENG = "cidXinfeng";
    private static final String FENGQIAO = "cidFengqiao";
    private static final Pattern NUMBER = Pattern.compile("#(\\d+)");

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @Test
    void from_the_report_to_the_recheck() {
        // A clerk reports with a photo, and names the wrong town.
        var reported = ask(CLERK, FENGQIAO, "/上报 新丰 三店塘边堆了建筑垃圾 5个工作日", photo(Color.GRAY));
        var number = number(reported);
        assertThat(reported.text()).contains("新丰镇", "固废", "照片：1 张", "新丰联络员一");

        // The town gives it back; an inspector hears of it and passes it on to the right one.
        assertThat(ask(WRONG_LIAISON, XINFENG, "/退回 " + number).text()).contains("还不能退回", "请写明原因");
        assertThat(ask(WRONG_LIAISON, XINFENG, "/退回 " + number + " 三店塘在凤桥镇").text())
                .contains("已退回，等核查员另行交办", "已告知：核查员一");
        heard(INSPECTOR, "#" + number + " 被退回，请另行交办");
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/交办 " + number + " 凤桥").text())
                .contains("已交办", "凤桥镇", "凤桥联络员一");
        var given = heardInGroup(FENGQIAO, "#" + number + " 交给凤桥镇，请签收");

        // The liaison quotes the bot's message and need not type the number.
        assertThat(quoting(LIAISON, FENGQIAO, "签收", given).text()).contains("#" + number + " 已签收", "下一步");
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/核查 " + number + " 通过").text())
                .contains("现在不能核查通过", "整改中", "/整改 " + number);

        // It rains; a manager of the bureau allows five days more, and not eleven.
        assertThat(ask(LIAISON, FENGQIAO, "/延期 " + number + " 11个工作日 连日下雨").text())
                .contains("不能延这么久", "最多延 10 个工作日");
        assertThat(ask(LIAISON, FENGQIAO, "/延期 " + number + " 5个工作日 连日下雨").text())
                .contains("已申请延期", "下一步：局领导决定，/延期 " + number + " 同意");
        heard(MANAGER, "#" + number + " 申请延期，请决定");
        assertThat(ask(MANAGER, inPrivate(MANAGER), "/延期 " + number + " 同意").text())
                .contains("同意延期", "还剩 10 个工作日");
        heard(LIAISON, "#" + number + " 同意延期");

        // Done, but nothing to show; then with a photo; then not well enough.
        chat.advance(Duration.ofDays(1));
        assertThat(ask(LIAISON, FENGQIAO, "/整改 " + number + " 建筑垃圾已清运").text()).contains("还缺整改后的照片", "长按引用");
        assertThat(ask(LIAISON, FENGQIAO, "/整改 " + number + " 建筑垃圾已清运", photo(Color.PINK))
                        .text())
                .contains("已提交整改", "照片：1 张", "核查员");
        heard(INSPECTOR, "#" + number + " 整改已提交，请核查");
        assertThat(ask(LIAISON, FENGQIAO, "/核查 " + number + " 通过").text()).contains("您不能用 /核查");
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/核查 " + number + " 退回 岸边还有砖块")
                        .text())
                .contains("核查没有通过");
        heard(LIAISON, "#" + number + " 核查没有通过，继续整改");

        // A manager nudges, once a day.
        assertThat(ask(MANAGER, inPrivate(MANAGER), "/催办 " + number).text()).contains("已催办");
        assertThat(ask(MANAGER, inPrivate(MANAGER), "/催办 " + number).text()).contains("今天已经催过了");
        heard(LIAISON, "#" + number + " 领导催办，请抓紧");

        // Submitted again by quoting a photo that is already in the group, and verified.
        var posted = chat.post(
                FENGQIAO,
                Map.of("senderStaffId", LIAISON, "text", "", "mention", false, "photos", List.of(photo(Color.GREEN))));
        assertThat(quoting(LIAISON, FENGQIAO, "/整改 " + number + " 砖块也清了", posted)
                        .text())
                .contains("已提交整改", "照片：1 张");
        var before = chat.lastSeq(inPrivate(INSPECTOR));
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/核查 " + number + " 通过 属实")
                        .text())
                .contains("已销号，按期", "属实，办结", "回头看：");
        var pair = Awaitility.await("picture of the pair")
                .until(
                        () -> chat.answers(inPrivate(INSPECTOR), before).stream()
                                .filter(said -> !said.raw().path("mediaIds").isEmpty())
                                .toList(),
                        pictures -> !pictures.isEmpty());
        assertThat(pair).hasSize(1);
        heard(CLERK, "#" + number + " 已销号");
        assertThat(ask(CLERK, FENGQIAO, "/整改 " + number + " 又清了").text()).contains("您不能用 /整改");

        // A month later somebody looks again, and it is as bad as before.
        chat.advance(Duration.ofDays(31));
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/回头看 " + number + " 不通过 又有人倾倒")
                        .text())
                .contains("回头看没有通过，重新整改", "还剩 5 个工作日");
        heard(LIAISON, "#" + number + " 回头看没有通过，重新整改");

        // The history tells it all.
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/查 " + number).text())
                .containsSubsequence(
                        "整改中",
                        "经办人：凤桥联络员一",
                        "回头看没有通过 1 次",
                        "上报",
                        "退回",
                        "三店塘在凤桥镇",
                        "交办",
                        "签收",
                        "申请延期",
                        "同意延期",
                        "提交整改",
                        "核查退回",
                        "催办",
                        "提交整改",
                        "核查通过",
                        "回头看不通过",
                        "又有人倾倒");
    }

    @Test
    void who_reads_the_answer_in_his_group_is_mentioned_in_it_and_not_told_again_in_private() {
        ask(LIAISON, FENGQIAO, "/期限");
        var before = chat.lastSeq(inPrivate(LIAISON));

        var reported = ask(CLERK, FENGQIAO, "/上报 桥头装修垃圾堆放 5个工作日", photo(Color.BLUE));
        var number = number(reported);
        assertThat(reported.text()).contains("已告知：凤桥联络员一");
        assertThat(mentioned(reported)).containsExactly(CLERK, LIAISON);
        ask(LIAISON, FENGQIAO, "/签收 " + number);
        ask(LIAISON, FENGQIAO, "/整改 " + number + " 已清运", photo(Color.CYAN));
        assertThat(mentioned(ask(INSPECTOR, FENGQIAO, "/核查 " + number + " 通过")))
                .containsExactlyInAnyOrder(INSPECTOR, CLERK, LIAISON);

        // What is asked for in private is told in private, after everything that was said before.
        ask(INSPECTOR, inPrivate(INSPECTOR), "/重开 " + number + " 又堆起来了");
        heard(LIAISON, "#" + number + " 已重开");
        assertThat(chat.answers(inPrivate(LIAISON), before))
                .filteredOn(said -> said.text().contains("#" + number))
                .hasSize(1);
    }

    private static List<String> mentioned(Said answer) {
        return StreamSupport.stream(answer.raw().path("atUserIds").spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }

    @Test
    void a_choice_is_offered_and_a_step_is_taken_back() {
        var number = number(ask(CLERK, FENGQIAO, "/上报 市场后门污水横流"));

        assertThat(ask(LIAISON, FENGQIAO, "/签收").text()).contains("签收哪一件", number + "号 凤桥镇");
        assertThat(ask(LIAISON, FENGQIAO, Long.toString(number)).text()).contains("#" + number + " 已签收");
        assertThat(ask(LIAISON, FENGQIAO, "/撤销").text()).contains("已撤销", "回到“待签收”");

        var second = number(ask(CLERK, FENGQIAO, "/上报 学校北侧夜里焚烧树叶"));
        assertThat(ask(LIAISON, FENGQIAO, "/签收 " + number + " " + second + " 999999")
                        .text())
                .contains("办了 2 件，1 件没办", "没有编号 999999");
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/拆分 " + number + " 凤桥 2天内 余新")
                        .text())
                .contains("已拆分", "凤桥镇", "余新镇");
        assertThat(ask(INSPECTOR, inPrivate(INSPECTOR), "/撤销").text()).contains("这一步不能撤销");
    }

    private Said ask(String staffId, String conversation, String text, String... photos) {
        return photos.length == 0
                ? chat.ask(staffId, conversation, text)
                : answerTo(
                        conversation,
                        Map.of("senderStaffId", staffId, "text", text, "mention", true, "photos", List.of(photos)));
    }

    private Said quoting(String staffId, String conversation, String text, String msgId) {
        return answerTo(
                conversation, Map.of("senderStaffId", staffId, "text", text, "mention", true, "quoteMsgId", msgId));
    }

    private Said answerTo(String conversation, Map<String, ?> message) {
        var before = chat.lastSeq(conversation);
        chat.post(conversation, message);
        return Awaitility.await("answer to " + message.get("text"))
                .until(
                        () -> chat.answers(conversation, before).stream()
                                .filter(said -> said.channel().equals("session"))
                                .toList(),
                        answers -> !answers.isEmpty())
                .get(0);
    }

    /** After a jump of a month what is told waits behind all that was posted in it. */
    private void heard(String staffId, String title) {
        Awaitility.await(staffId + " hears " + title)
                .until(() -> chat.answers(inPrivate(staffId), 0).stream()
                        .anyMatch(said -> said.title().equals(title)));
    }

    private String heardInGroup(String conversation, String title) {
        return Awaitility.await(conversation + " hears " + title)
                .until(
                        () -> chat.answers(conversation, 0).stream()
                                .filter(said -> said.title().equals(title))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0)
                .msgId();
    }

    private static String inPrivate(String staffId) {
        return "private:" + staffId;
    }

    private static long number(Said answer) {
        var number = NUMBER.matcher(answer.text());
        assertThat(number.find()).as(answer.text()).isTrue();
        return Long.parseLong(number.group(1));
    }

    private static String photo(Color colour) {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 640, 480);
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
