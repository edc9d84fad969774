package ecobot.chat;

import ecobot.audit.Diagnosis;
import ecobot.inbox.InboxStatus;
import ecobot.outbox.OutboxStatus;
import ecobot.scheduler.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether what comes in is answered, what goes out leaves, and what is planned runs. */
@Component
@Order(20)
class QueueDiagnosis implements Diagnosis {

    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration STUCK = Duration.ofMinutes(5);

    private final InboxStatus inbox;
    private final OutboxStatus outbox;
    private final Schedules schedules;
    private final Clock clock;

    QueueDiagnosis(InboxStatus inbox, OutboxStatus outbox, Schedules schedules, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.schedules = schedules;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        var in = inbox.figures();
        var out = outbox.figures();
        var findings = new ArrayList<>(List.of(
                finding("chat/_inbox", in.waiting(), in.oldest()),
                finding("chat/_outbox", out.waiting(), out.oldest()),
                schedule(schedules.lag(clock.instant()))));
        if (out.unknown() > 0) {
            findings.add(Finding.warn("chat/_unknown-outcome", Map.of("count", out.unknown())));
        }
        return findings;
    }

    private static Finding finding(String template, int waiting, @Nullable Duration oldest) {
        return new Finding(state(oldest), template, new Waiting(waiting, oldest));
    }

    private static Finding schedule(Duration lag) {
        return new Finding(state(lag), "chat/_schedule", new Lag(!lag.isZero(), lag));
    }

    private static State state(@Nullable Duration age) {
        if (age == null || age.compareTo(SLOW) < 0) {
            return State.OK;
        }
        return age.compareTo(STUCK) < 0 ? State.WARN : State.BAD;
    }

    record Waiting(int waiting, @Nullable Duration oldest) {}

    record Lag(boolean late, Duration lag) {}
}
