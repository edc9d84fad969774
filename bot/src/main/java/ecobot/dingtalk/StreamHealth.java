package ecobot.dingtalk;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The stream for the health endpoint, under {@code dingtalk}. Down once there has been no connection for a while; part of neither liveness nor
 * readiness: restarting would mend nothing.
 */
@Component("dingtalkHealthIndicator")
class StreamHealth implements HealthIndicator {

    private final StreamConnection connection;
    private final StreamFigures figures;

    StreamHealth(StreamConnection connection, StreamFigures figures) {
        this.connection = connection;
        this.figures = figures;
    }

    @Override
    public Health health() {
        ConnectionStatus status = connection.status();
        Health.Builder health = switch (status.state()) {
            case CONNECTED -> Health.up();
            case OFF -> Health.unknown();
            case CONNECTING, REFUSED -> connection.isDownTooLong() ? Health.down() : Health.unknown();
        };
        health.withDetail("state", status.state())
                .withDetail("since", status.since().toString());
        health.withDetail("reconnects", figures.reconnects());
        if (status.reason() != null) {
            health.withDetail("reason", status.reason());
        }
        if (figures.lastFrameAt() != null) {
            health.withDetail("lastFrameAt", figures.lastFrameAt().toString());
        }
        return health.build();
    }
}
