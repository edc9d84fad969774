package ecobot.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import ecobot.media.Media.Fetch.Reason;
import ecobot.picture.PhotoFile;
import ecobot.picture.Position;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMediaSource;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EdgesFakedIT
class MediaIT {

    private static final BufferedImage SCENE = PhotoFile.scene(800, 600, Color.GREEN);
    private static final byte[] PNG = PhotoFile.written(SCENE, "png");
    private static final Position XINFENG = new Position(30.7512, 120.7613);

    private final Media media;
    private final FakeMediaSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ConfigurableApplicationContext context;

    @Autowired
    MediaIT(
            Media media,
            FakeMediaSource source,
            JdbcClient sql,
            TransactionTemplate transaction,
            ConfigurableApplicationContext context) {
        this.media = media;
        this.source = source;
        this.sql = sql;
        this.transaction = transaction;
        this.context = context;
    }

    @Test
    void file_is_fetched_after_the_commit_in_spite_of_failures_and_told_by_its_content() {
        source.has("png", PNG, 3);

        long id = media.want("robot", "png");

        Media.Fetch fetch = awaitEnd(id);
        assertThat(fetch.state()).isEqualTo(Media.Fetch.State.HELD);
        assertThat(media.find(fetch.hash())).hasValueSatisfying(content -> {
            assertThat(content.contentType()).isEqualTo("image/png");
            assertThat(content.bytes()).isNotEmpty();
        });
        assertThat(sql.sql("select download_code from media_fetch where id = ?")
                        .param(id)
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void photo_is_kept_cleaned_with_its_thumbnail_and_what_the_camera_said() {
        byte[] photo = PhotoFile.withExif(PhotoFile.jpeg(SCENE), 6, "2026:11:03 09:15:00", XINFENG);
        source.has("photo", photo, 0);

        Media.Fetch fetch = awaitEnd(wantPicture("photo"));

        assertThat(fetch.takenAt()).isEqualTo(Instant.parse("2026-11-03T01:15:00Z"));
        assertThat(fetch.position().latitude()).isCloseTo(30.7512, within(1e-5));
        assertThat(fetch.position().longitude()).isCloseTo(120.7613, within(1e-5));
        assertThat(new String(media.find(fetch.hash()).orElseThrow().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
        assertThat(media.thumbnail(fetch.hash()))
                .hasValueSatisfying(thumbnail -> assertThat(thumbnail.bytes()).hasSizeLessThan(20_000));
        assertThat(media.find(Sha256.of(photo))).isEmpty();
        assertThat(media.ended(List.of(fetch.id(), -1L))).containsExactly(fetch);
    }

    @Test
    void what_is_wanted_as_a_picture_has_to_be_one() {
        source.has("page", "<html>".getBytes(StandardCharsets.UTF_8), 0);
        source.has("cut", Arrays.copyOf(PhotoFile.jpeg(SCENE), 3000), 0);
        source.has("heic", "xxxxftypheic....".getBytes(StandardCharsets.UTF_8), 0);
        source.has("nothing", new byte[0], 0);

        assertThat(awaitEnd(wantPicture("page")).reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(awaitEnd(wantPicture("cut")).reason()).isEqualTo(Reason.BROKEN);
        assertThat(awaitEnd(wantPicture("heic")).reason()).isEqualTo(Reason.FORMAT_UNREADABLE);
        assertThat(awaitEnd(wantPicture("nothing")).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void listener_that_fails_undoes_the_end_and_the_file_is_fetched_again() {
        var listener = new FailsTwice();
        context.addApplicationListener(listener);
        try {
            source.has("heard", PNG, 0);

            Media.Fetch fetch = awaitEnd(wantPicture("heard"));

            assertThat(listener.failuresLeft).hasValue(-1);
            assertThat(listener.heard).containsExactly(new FetchEnded(fetch.id(), Media.Fetch.State.HELD, null));
        } finally {
            context.removeApplicationListener(listener);
        }
    }

    @Test
    void file_of_another_kind_stays_as_it_is() {
        byte[] sheet = "PK\3\4 a table".getBytes(StandardCharsets.ISO_8859_1);
        source.has("sheet", sheet, 0);

        Media.Fetch fetch = awaitEnd(media.want("robot", "sheet"));

        assertThat(media.find(fetch.hash()).orElseThrow().bytes()).isEqualTo(sheet);
        assertThat(media.thumbnail(fetch.hash())).isEmpty();
    }

    @Test
    void one_code_is_one_wish() {
        source.has("twice", PNG, 0);

        long id = media.want("robot", "twice");
        media.wantAll(List.of(new Media.Wanted("robot", "twice"), new Media.Wanted("robot", "twice")));

        assertThat(media.want("robot", "twice")).isEqualTo(id);
        assertThat(media.want("other-robot", "twice")).isNotEqualTo(id);
    }

    @Test
    void code_that_the_platform_has_forgotten_is_not_tried_again() {
        Media.Fetch fetch = awaitEnd(media.want("robot", "forgotten"));

        assertThat(fetch.state()).isEqualTo(Media.Fetch.State.FAILED);
        assertThat(fetch.reason()).isEqualTo(Reason.GONE);
    }

    @Test
    void wish_of_a_transaction_that_is_rolled_back_is_none() {
        transaction.executeWithoutResult(status -> {
            media.want("robot", "undone");
            status.setRollbackOnly();
        });

        assertThat(sql.sql("select count(*) from media_fetch where download_code = 'undone'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void largest_content_is_kept_once() {
        byte[] bytes = new byte[Media.MAX_BYTES];
        new Random(1).nextBytes(bytes);

        String hash = media.keep(bytes, "application/pdf");

        assertThat(media.keep(bytes, "application/pdf")).isEqualTo(hash);
        assertThat(media.find(hash).orElseThrow().bytes()).isEqualTo(bytes);
        assertThatIllegalArgumentException().isThrownBy(() -> media.keep(new byte[Media.MAX_BYTES + 1], "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> media.keep(new byte[0], "x"));
    }

    private long wantPicture(String code) {
        media.wantAll(List.of(new Media.Wanted("robot", code, true)));
        return media.want("robot", code);
    }

    private Media.Fetch awaitEnd(long id) {
        return await().until(() -> media.fetch(id), fetch -> fetch.state() != Media.Fetch.State.WANTED);
    }

    private static final class FailsTwice implements ApplicationListener<PayloadApplicationEvent<FetchEnded>> {
        private final AtomicInteger failuresLeft = new AtomicInteger(2);
        private final List<FetchEnded> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<FetchEnded> event) {
            if (failuresLeft.getAndDecrement() > 0) {
                throw new IllegalStateException("told to fail");
            }
            heard.add(event.getPayload());
        }
    }
}
