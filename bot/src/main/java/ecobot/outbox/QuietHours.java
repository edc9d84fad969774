package ecobot.outbox;

import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When no planned post leaves, for those who plan one. */
@Component
public class QuietHours {

    private final BurdenSettings settings;

    QuietHours(BurdenSettings settings) {
        this.settings = settings;
    }

    /** Whether a post planned for {@code time} of the day in Shanghai has to wait for the morning. */
    public boolean include(LocalTime time) {
        return settings.isQuiet(time);
    }
}
