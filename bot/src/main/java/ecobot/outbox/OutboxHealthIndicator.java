package ecobot.outbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Shows how the outbox is doing at the health endpoint: down when it is full. Neither liveness nor readiness depends on it. */
@Component("outboxHealthIndicator")
class OutboxHealthIndicator extends AbstractHealthIndicator {

    private final OutboxStatus status;
    private final OutboxSettings settings;

    OutboxHealthIndicator(OutboxStatus status, OutboxSettings settings) {
        super("the outbox could not be read");
        this.status = status;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        OutboxStatus.Figures figures = status.figures();
        (OutboxWatch.isFull(figures, settings) ? health.down() : health.up())
                .withDetail("waiting", figures.waiting())
                .withDetail("unknown", figures.unknown());
        if (figures.oldest() != null) {
            health.withDetail("oldestSeconds", figures.oldest().toSeconds());
        }
    }
}
