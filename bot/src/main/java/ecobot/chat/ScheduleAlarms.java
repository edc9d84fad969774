package ecobot.chat;

import ecobot.audit.Alarms;
import ecobot.scheduler.ClockSkew;
import ecobot.scheduler.ScheduleFailed;
import ecobot.scheduler.ScheduleHealthy;
import ecobot.scheduler.ScheduleLag;
import ecobot.scheduler.Schedules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator when a schedule fails or falls behind, and when that is over. The scheduler itself knows no alarms. */
@Component
class ScheduleAlarms {

    private static final String LAG = "schedule-lag";
    /** Less than two intervals of anything that is posted to people. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String SKEW = "clock-skew-";
    private static final Duration SKEW_ALLOWED = Duration.ofMillis(500);
    private static final int LONGEST_HOST = 40;
    private static final String HOST = hostName();

    private final Alarms alarms;

    ScheduleAlarms(Alarms alarms, Schedules schedules, Clock clock, MeterRegistry meters) {
        this.alarms = alarms;
        Gauge.builder(
                        "ecobot_schedule_lag_seconds",
                        () -> schedules.lag(clock.instant()).toSeconds())
                .description("the longest time by which a planned run is overdue")
                .register(meters);
    }

    @EventListener
    void on(ScheduleFailed failed) {
        alarms.raise(code(failed.schedule().name()), detail(failed));
    }

    @EventListener
    void on(ScheduleHealthy healthy) {
        alarms.clear(code(healthy.schedule().name()));
    }

    @EventListener
    void on(ScheduleLag behind) {
        if (behind.lag().compareTo(PATIENCE) > 0) {
            alarms.raise(LAG, "a planned run is overdue by " + behind.lag().toMinutes() + " min");
        } else {
            alarms.clear(LAG);
        }
    }

    /** The clock is the host's, so the alarm is too: another host whose clock is right must not end it. */
    @EventListener
    void on(ClockSkew clocks) {
        if (clocks.skew().compareTo(SKEW_ALLOWED) > 0) {
            alarms.raise(SKEW + HOST, "its clock is " + clocks.skew().toMillis() + " ms from the database's");
        } else {
            alarms.clear(SKEW + HOST);
        }
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return name.substring(0, Math.min(name.length(), LONGEST_HOST));
        } catch (UnknownHostException e) {
            return "host";
        }
    }

    private static String code(String schedule) {
        return "schedule-" + schedule;
    }

    private static String detail(ScheduleFailed failed) {
        return failed.plannedAt() == null
                ? failed.reason()
                : "%s at attempt %d, planned for %s".formatted(failed.reason(), failed.attempts(), failed.plannedAt());
    }
}
