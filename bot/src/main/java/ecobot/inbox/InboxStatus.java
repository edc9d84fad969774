package ecobot.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the inbox is doing, for {@code /诊断}, health and metrics. May be a few seconds old. */
public interface InboxStatus {

    Figures figures();

    /**
     * The figures; ages are by the machine's clock.
     *
     * @param waiting messages that were accepted and not handled yet
     * @param oldest how long the oldest of them waits; null when none waits
     * @param sinceLast how long ago the newest message came in; null when none ever did
     */
    record Figures(
            int waiting,
            @Nullable Duration oldest,
            @Nullable Duration sinceLast) {}
}
