package ecobot.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMediaSource;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EdgesFakedIT
class MediaIT {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3};

    private final Media media;
    private final FakeMediaSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    @Autowired
    MediaIT(Media media, FakeMediaSource source, JdbcClient sql, TransactionTemplate transaction) {
        this.media = media;
        this.source = source;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void file_is_fetched_after_the_commit_in_spite_of_failures_and_told_by_its_content() {
        source.has("png", PNG, 3);

        long id = media.want("robot", "png");

        Media.Fetch fetch = awaitEnd(id);
        assertThat(fetch.state()).isEqualTo(Media.Fetch.State.HELD);
        assertThat(media.find(fetch.hash())).hasValueSatisfying(content -> {
            assertThat(content.contentType()).isEqualTo("image/png");
            assertThat(content.bytes()).isEqualTo(PNG);
        });
        assertThat(sql.sql("select download_code from media_fetch where id = ?")
                        .param(id)
                        .query(String.class)
                        .optional())
                .isEmpty();
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
        assertThat(fetch.reason()).isEqualTo("gone");
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

    private Media.Fetch awaitEnd(long id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> media.fetch(id), fetch -> fetch.state() != Media.Fetch.State.WANTED);
    }
}
