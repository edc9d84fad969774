package ecobot.inbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Shows how the inbox is doing at the health endpoint. */
@Component("inboxHealthIndicator")
class InboxHealthIndicator extends AbstractHealthIndicator {

    private final InboxStatus status;

    InboxHealthIndicator(InboxStatus status) {
        super("the inbox could not be read");
        this.status = status;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        InboxStatus.Figures figures = status.figures();
        health.up().withDetail("waiting", figures.waiting());
        if (figures.oldest() != null) {
            health.withDetail("oldestSeconds", figures.oldest().toSeconds());
        }
        if (figures.sinceLast() != null) {
            health.withDetail("sinceLastSeconds", figures.sinceLast().toSeconds());
        }
    }
}
