package ecobot.chat;

import ecobot.audit.Alarms;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleFailed;
import ecobot.scheduler.ScheduleRan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operators of a schedule that failed, until it has run again. */
@Component
class ScheduleAlarms {

    private static final int LONGEST_CODE = 60;

    private final Alarms alarms;

    ScheduleAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener
    void failed(ScheduleFailed failure) {
        var again = failure.retryAt() == null ? "not tried again" : "next try at " + failure.retryAt();
        alarms.raise(
                code(failure.schedule()),
                "%s failed %d times, %s".formatted(failure.reason(), failure.attempts(), again));
    }

    @EventListener
    void ran(ScheduleRan run) {
        alarms.clear(code(run.occurrence().schedule()));
    }

    private static String code(Schedule schedule) {
        var code = "schedule-" + schedule.name();
        return code.substring(0, Math.min(code.length(), LONGEST_CODE));
    }
}
