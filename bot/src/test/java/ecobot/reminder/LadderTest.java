package ecobot.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.reminder.Ladder.Shown;
import ecobot.reminder.Rung.Repeat;
import ecobot.reminder.Rung.Tell;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final Ladder LADDER =
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words("reminder/ladder", Ladder.class);

    @Test
    void packaged_ladder_is_the_bureaus() {
        assertThat(LADDER.rungs())
                .containsExactly(
                        new Rung(-3, Tell.GROUP, Repeat.ONCE),
                        new Rung(-1, Tell.GROUP, Repeat.ONCE),
                        new Rung(0, Tell.GROUP, Repeat.ONCE),
                        new Rung(1, Tell.GROUP, Repeat.MORNINGS),
                        new Rung(1, Tell.LIAISON, Repeat.MORNINGS),
                        new Rung(3, Tell.MANAGER, Repeat.MORNINGS),
                        new Rung(5, Tell.BUREAU, Repeat.MORNINGS),
                        new Rung(5, Tell.AGENDA, Repeat.MORNINGS));
        assertThat(LADDER.shown()).isEqualTo(new Shown(6, 10, 8, 3));
    }

    @Test
    void private_rungs_are_climbed_one_after_the_other() {
        assertThat(LADDER.rungAt(-1)).isZero();
        assertThat(LADDER.rungAt(2)).isOne();
        assertThat(LADDER.rungAt(3)).isEqualTo(3);
        assertThat(LADDER.rungAt(99)).isEqualTo(5);
        assertThat(LADDER.rungAbove(1)).hasValue(3);
        assertThat(LADDER.rungAbove(5)).isEmpty();
    }

    @Test
    void mornings_are_told_ever_after_and_once_is_told_once() {
        assertThat(LADDER.tells(Tell.GROUP, -2)).isFalse();
        assertThat(LADDER.tells(Tell.GROUP, 40)).isTrue();
        assertThat(LADDER.tells(Tell.MANAGER, 2)).isFalse();
        assertThat(LADDER.tells(Tell.MANAGER, 4)).isTrue();
        assertThat(new Rung(3, Tell.MANAGER, Repeat.ONCE).appliesAt(4)).isFalse();
    }

    @Test
    void rungs_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Rung(-1, Tell.MANAGER, Repeat.ONCE)).hasMessageContaining("only GROUP is told");
        assertThatThrownBy(() -> new Rung(0, Tell.GROUP, Repeat.MORNINGS)).hasMessageContaining("ONCE");
        assertThatThrownBy(() -> new Rung(999, Tell.GROUP, Repeat.MORNINGS)).hasMessageContaining("250");
        assertThatThrownBy(() -> new Shown(0, 1, 1, 1)).hasMessageContaining("between 1 and 50");
    }
}
