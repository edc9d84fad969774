package ecobot.scheduler;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says of each schedule whether it can run: at start, and when that changes. */
@Component
class Verdicts {

    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);
    private static final String FINE = "";

    private final Rulebook rulebook;
    private final Runs runs;
    private final ApplicationEventPublisher events;
    private final Map<String, String> told = new ConcurrentHashMap<>();

    Verdicts(Rulebook rulebook, Runs runs, ApplicationEventPublisher events) {
        this.rulebook = rulebook;
        this.runs = runs;
        this.events = events;
    }

    void tell(Schedule schedule) {
        String verdict = schedule.enabled() ? rulebook.flawOf(schedule).orElse(FINE) : FINE;
        if (!verdict.equals(told.put(schedule.name(), verdict))) {
            publish(schedule, verdict);
        }
    }

    private void publish(Schedule schedule, String verdict) {
        if (!verdict.equals(FINE)) {
            log.error("Schedule {} cannot run: {}", schedule.name(), verdict);
            events.publishEvent(new ScheduleFailed(schedule, null, 0, null, verdict));
        } else if (!schedule.enabled() || !runs.latestFailed(schedule)) {
            events.publishEvent(new ScheduleHealthy(schedule));
        }
    }
}
