package ecobot.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the outbox is doing, for {@code /诊断}, health and metrics. May be a few seconds old. */
public interface OutboxStatus {

    Figures figures();

    /**
     * The figures.
     *
     * @param waiting messages that have not left yet
     * @param oldest how long the oldest of them waits, by the machine's clock; null when none waits
     * @param unknown messages of which nobody knows whether they arrived; an operator decides
     */
    record Figures(int waiting, @Nullable Duration oldest, int unknown) {}
}
