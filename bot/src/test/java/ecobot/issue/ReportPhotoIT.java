package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.issue.IssuePhoto.Moment;
import ecobot.media.Media;
import ecobot.picture.PhotoFile;
import ecobot.picture.Position;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.ibatis.session.SqlSessionFactory;
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
    private final PhotoRounds rounds;
    private final PhotoSettling settling;
    private final PhotoPair pair;
    private final IssuePhotoMapper photos;
    private final Media media;
    private final Plans plans;

    @Autowired
    ReportPhotoIT(
            @Value("${local.server.port}") int port,
            JdbcClient sql,
            PhotoRounds rounds,
            PhotoSettling settling,
            PhotoPair pair,
            IssuePhotoMapper photos,
            Media media,
            SqlSessionFactory sessions) {
        this.base = "http://127.0.0.1:" + port;
        this.chat = new SandboxClient(base);
        this.sql = sql;
        this.rounds = rounds;
        this.settling = settling;
        this.pair = pair;
        this.photos = photos;
        this.media = media;
        this.plans = new Plans(sessions);
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

    @Test
    void position_of_a_photo_is_the_place_that_nobody_named() {
        var number = reported("有异味", located());

        Awaitility.await("place").until(() -> place(number), place -> !place.isEmpty());

        var shown = chat.ask("qixing-2", GROUP, "/查 " + number).text();
        assertThat(shown).contains("地点：照片定位 30.7512°N, 120.7613°E", "系统记下地点：照片定位 30.7512°N, 120.7613°E");
    }

    @Test
    void place_that_was_named_stays() {
        var number = reported("丙字桥西侧河道有垃圾", located());
        settled(number);

        assertThat(place(number)).isEqualTo("丙字桥西侧");
        assertThat(moves(number, Move.LOCATE)).isZero();
    }

    @Test
    void photo_that_had_ended_before_anybody_looked_is_found_without_an_event() {
        var number = reported("基站辐射让人担心");
        var held = fetchOf(reported("丁字桥东侧焚烧秸秆", located()));

        add(number, Moment.BEFORE, held);

        Awaitility.await("place").until(() -> place(number), place -> !place.isEmpty());
    }

    @Test
    void consequences_are_drawn_once() {
        var number = reported("有臭味", located());
        settled(number);
        var photo = photos.of(number).get(0);

        settling.settle(photo, media.fetch(photo.fetchId()));
        rounds.round();

        assertThat(moves(number, Move.LOCATE)).isEqualTo(1);
    }

    @Test
    void sender_of_a_broken_photo_hears_which_one_why_and_what_to_do() {
        var privately = "private:qixing-1";
        var before = chat.lastSeq(privately);
        var whole = PhotoFile.jpeg(PhotoFile.scene(400, 300, Color.GREEN));
        var number = number(filed(
                "qixing-1",
                "戊字浜水面有油污",
                Base64.getEncoder().encodeToString(whole),
                Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length / 2))));
        settled(number);
        rounds.round();

        var told = Awaitility.await("sentence").until(() -> chat.answers(privately, before), said -> !said.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).text())
                .contains("#" + number + " 有一张照片没收下", "第 2 张整改前照片", "文件坏了", "请重新拍一张", "/补图 " + number + " 整改前");
        assertThat(chat.ask("qixing-2", GROUP, "/查 " + number).text()).contains("有 1 张照片没有取到");
    }

    @Test
    void pair_is_the_first_from_before_and_the_last_from_after() throws Exception {
        var number = reported("己字厂区扬尘很大", photo(0xCC3311), photo(0x888888));
        var after = reported("庚字小区餐饮油烟呛人", photo(0x777777), photo(0x1133CC));
        settled(number);
        settled(after);
        assertThat(pair.of(number)).isEmpty();

        photos.of(after).forEach(photo -> add(number, Moment.AFTER, photo.fetchId()));

        var hash = pair.of(number).orElseThrow();
        assertThat(pair.of(number)).hasValue(hash);
        var drawn = ImageIO.read(
                new ByteArrayInputStream(media.find(hash).orElseThrow().bytes()));
        int low = drawn.getHeight() - 100;
        assertThat(new Color(drawn.getRGB(300, low)).getRed()).isGreaterThan(170);
        assertThat(new Color(drawn.getRGB(1300, low)).getBlue()).isGreaterThan(170);
    }

    @Test
    void statements_use_an_index() {
        sql.sql("""
                insert into issue_photo (issue_id, moment, fetch_id, added_at, settled_at)
                select id, 'BEFORE', -id, created_at, created_at
                  from issue
                """).update();
        try {
            sql.sql("analyze table issue_photo, issue_move").query().listOfRows();
            var photo = new IssuePhotoMapper.PhotoRow(1, 5, Moment.BEFORE, 1, Instant.EPOCH);

            assertThat(plans.readingAll(IssuePhotoMapper.class, "unsettled", Map.of("after", 0L, "limit", 200), "p"))
                    .isEmpty();
            assertThat(plans.readingAll(IssuePhotoMapper.class, "of", Map.of("issueId", 5L), "p"))
                    .isEmpty();
            assertThat(plans.readingAll(
                            IssuePhotoMapper.class,
                            "sender",
                            Map.of("issueId", photo.issueId(), "addedAt", photo.addedAt()),
                            "m"))
                    .isEmpty();
        } finally {
            sql.sql("delete from issue_photo where fetch_id < 0").update();
        }
    }

    private long reported(String text, String... photos) {
        return number(filed("qixing-2", text, photos));
    }

    private Said filed(String staffId, String text, String... photos) {
        var before = chat.lastSeq(GROUP);
        chat.post(
                GROUP,
                Map.of(
                        "senderStaffId",
                        staffId,
                        "text",
                        "/上报 " + text + " 5个工作日",
                        "mention",
                        true,
                        "photos",
                        List.of(photos)));
        return answer(before, "已上报");
    }

    private void settled(long number) {
        Awaitility.await("photos of #" + number + " are settled")
                .until(() -> sql.sql("select count(*) from issue_photo where issue_id = ? and settled_at is null")
                                .param(number)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private void add(long number, Moment moment, long fetchId) {
        sql.sql("insert into issue_photo (issue_id, moment, fetch_id, added_at) values (?, ?, ?, utc_timestamp(3))")
                .params(number, moment.name(), fetchId)
                .update();
    }

    private long fetchOf(long number) {
        settled(number);
        return photos.of(number).get(0).fetchId();
    }

    private String place(long number) {
        return sql.sql("select coalesce(place, '') from issue where id = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private long moves(long number, Move move) {
        return sql.sql("select count(*) from issue_move where issue_id = ? and move = ?")
                .params(number, move.name())
                .query(Long.class)
                .single();
    }

    private static String located() {
        var scene = PhotoFile.jpeg(PhotoFile.scene(400, 300, Color.GREEN));
        return Base64.getEncoder()
                .encodeToString(PhotoFile.withExif(scene, 1, "2026:11:03 09:15:00", new Position(30.7512, 120.7613)));
    }

    private void keptAndShown(long before, int colour) throws Exception {
        var answer = answer(before, "已上报");
        assertThat(answer.text()).contains("照片：1 张");
        var number = number(answer);

        Awaitility.await("photo is held")
                .untilAsserted(() -> assertThat(states(number)).containsExactly("HELD"));

        var asked = chat.lastSeq(GROUP);
        chat.say("qixing-2", GROUP, "/查 " + number);
        assertThat(answer(asked, "#" + number).text()).contains("照片 1 张，跟在后面");
        var shown = Awaitility.await("picture is shown")
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
