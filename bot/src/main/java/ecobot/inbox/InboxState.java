package ecobot.inbox;

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
class InboxState implements InboxStatus {

    private final InboxMapper inbox;
    private final Clock machineClock;
    private final Glance<Figures> figures;

    InboxState(InboxMapper inbox, @Qualifier("machineClock") Clock machineClock, MeterRegistry meters) {
        this.inbox = inbox;
        this.machineClock = machineClock;
        this.figures = new Glance<>(machineClock, this::lookUp);
        Gauge.builder("ecobot.inbox.waiting", () -> figures().waiting()).register(meters);
        Gauge.builder("ecobot.inbox.oldest.seconds", () -> seconds(figures().oldest()))
                .register(meters);
    }

    @Override
    public Figures figures() {
        return figures.get();
    }

    private Figures lookUp() {
        InboxMapper.Backlog backlog = inbox.backlog();
        return new Figures(backlog.waiting(), age(backlog.oldestAt()), age(inbox.lastStoredAt()));
    }

    private @Nullable Duration age(@Nullable Instant at) {
        return at == null ? null : Duration.between(at, machineClock.instant());
    }

    private static double seconds(@Nullable Duration age) {
        return age == null ? 0 : age.toMillis() / 1000.0;
    }
}
