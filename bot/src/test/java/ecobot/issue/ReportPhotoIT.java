package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A photo's whole way: out of a group, into the database, and back into the group. */
@EcoBotIT
class ReportPhotoIT {

    private static final String GROUP = "cidQixing";
    private static final Pattern NUMBER = Pattern.compile("#(\\d+) 已上报");

    private final String base;
    private final SandboxClient chat;
    private final JdbcClient sql;

    @Autowired
    ReportPhotoIT(@Value("${local.server.port}") int port, JdbcClient sql) {
        this.base = "http://127.0.0.1:" + port;
        this.chat = new SandboxClient(base);
        this.sql = sql;
    }

    @Test
    void photo_that_comes_with_the_words_is_kept_and_shown() throws Exception {
        var before = chat.lastSeq(GROUP);

        chat.post(
                GROUP,
                Map.of(
                        "senderStaffId",
                        "qixing-2",
                        "text",
                        "/上报 甲字浜北堍河面有死鱼 5个工作日",
                        "mention",
                        true,
                        "photos",
                        List.of(photo(0x2266AA))));

        keptAndShown(before, 0x2266AA);
    }

    @Test
    void photo_in_the_quoted_message_is_kept_and_shown() throws Exception {
        var quoted = chat.post(
                GROUP, Map.of("senderStaffId", "qixing-1", "mention", false, "photos", List.of(photo(0xAA6622))));
        var before = chat.lastSeq(GROUP);

        chat.post(
                GROUP,
                Map.of(
                        "senderStaffId",
                        "qixing-2",
                        "text",
                        "/上报 乙字工地夜间施工扰民 5个工作日",
                        "mention",
                        true,
                        "quoteMsgId",
                        quoted));

        keptAndShown(before, 0xAA6622);
    }

    private void keptAndShown(long before, int colour) throws Exception {
        var answer = answer(before, "已上报");
        assertThat(answer.text()).contains("照片：1 张");
        var number = number(answer);

        Awaitility.await("photo is held")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(states(number)).containsExactly("HELD"));

        var asked = chat.lastSeq(GROUP);
        chat.say("qixing-2", GROUP, "/查 " + number);
        assertThat(answer(asked, "#" + number).text()).contains("照片 1 张，跟在后面");
        var shown = Awaitility.await("picture is shown")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> chat.answers(GROUP, asked).stream()
                                .map(said -> said.raw().path("mediaIds"))
                                .filter(ids -> !ids.isEmpty())
                                .toList(),
                        found -> !found.isEmpty());
        var picture =
                ImageIO.read(new ByteArrayInputStream(bytes(shown.get(0).get(0).asString())));
        assertThat(picture.getRGB(3, 3) & 0xFFFFFF).isEqualTo(colour);
    }

    private Said answer(long after, String words) {
        return Awaitility.await("answer with " + words)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> chat.answers(GROUP, after).stream()
                                .filter(said -> said.text().contains(words))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private List<String> states(long number) {
        return sql.sql("""
                        select f.state
                          from issue_photo p
                          join media_fetch f on f.id = p.fetch_id
                          join media_blob b on b.hash = f.hash
                         where p.issue_id = ?
                         order by p.id
                        """).param(number).query(String.class).list();
    }

    private byte[] bytes(String mediaId) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + "/sandbox/api/media/" + mediaId))
                .build();
        try (var body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body()) {
            return body.readAllBytes();
        }
    }

    private static long number(Said answer) {
        var number = NUMBER.matcher(answer.text());
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group(1));
    }

    private static String photo(int colour) throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, colour);
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
