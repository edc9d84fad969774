package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.dingtalk.LifeSigns.Verdict;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifeSignsTest {

    private long now;
    private final LifeSigns life =
            new LifeSigns(PlatformFixture.settings().stream(), () -> TimeUnit.MILLISECONDS.toNanos(now));

    @Test
    void dead_link_is_noticed_within_fifteen_seconds() {
        Verdict verdict = Verdict.FINE;
        while (verdict != Verdict.DEAD) {
            now += 1000;
            verdict = life.check();
        }

        assertThat(now).isLessThanOrEqualTo(15_000);
    }

    @Test
    void quiet_link_that_answers_lives_on() {
        for (int second = 0; second < 600; second++) {
            now += 1000;
            if (life.check() == Verdict.ASK) {
                now += 200;
                life.heard();
            }
        }

        assertThat(life.check()).isEqualTo(Verdict.FINE);
    }

    @Test
    void late_check_is_no_reason_to_give_up() {
        now += 120_000;

        assertThat(life.check()).isEqualTo(Verdict.ASK);
    }

    @Test
    void pongs_do_not_keep_a_link_from_being_drained() {
        for (int second = 0; second < 11; second++) {
            now += 1000;
            life.heard();
        }

        assertThat(life.isQuiet()).isTrue();
        life.heardFrame();
        assertThat(life.isQuiet()).isFalse();
    }
}
