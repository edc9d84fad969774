package ecobot.outbox;

import ecobot.database.Glance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Looks the figures up, at most every few seconds, and shows them as gauges. */
@Component
class OutboxState implements OutboxStatus {

    private final OutboxMapper outbox;
    private final Clock machineClock;
    private final Glance<Figures> figures;

    OutboxState(OutboxMapper outbox, @Qualifier("machineClock") Clock machineClock, MeterRegistry meters) {
        this.outbox = outbox;
        this.machineClock = machineClock;
        this.figures = new Glance<>(machineClock, this::lookUp);
        Gauge.builder("ecobot.outbox.waiting", () -> figures().waiting()).register(meters);
        Gauge.builder("ecobot.outbox.oldest.seconds", () -> seconds(figures().oldest()))
                .register(meters);
        Gauge.builder("ecobot.outbox.unknown", () -> figures().unknown()).register(meters);
    }

    @Override
    public Figures figures() {
        return figures.get();
    }

    private Figures lookUp() {
        OutboxMapper.Backlog backlog = outbox.backlog();
        return new Figures(
                backlog.waiting(), age(backlog.oldestAt()), outbox.ended(StoredOutgoing.State.UNKNOWN, Instant.EPOCH));
    }

    private @Nullable Duration age(@Nullable Instant at) {
        return at == null ? null : Duration.between(at, machineClock.instant());
    }

    private static double seconds(@Nullable Duration age) {
        return age == null ? 0 : age.toMillis() / 1000.0;
    }
}
