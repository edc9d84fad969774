package ecobot.scheduler;

import ecobot.calendar.WorkCalendar;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The schedules as rules. A row that cannot be one is told apart by its flaw, and disturbs no other. */
@Component
class Rulebook {

    private final ScheduleMapper schedules;
    private final Tasks tasks;
    private final WorkCalendar calendar;

    Rulebook(ScheduleMapper schedules, Tasks tasks, WorkCalendar calendar) {
        this.schedules = schedules;
        this.tasks = tasks;
        this.calendar = calendar;
    }

    /** Enabled and without flaw, by name. */
    List<Rule> inForce() {
        return schedules.all().stream()
                .filter(Schedule::enabled)
                .filter(schedule -> flawOf(schedule).isEmpty())
                .map(this::rule)
                .toList();
    }

    /** The schedule of that name when it is in force. */
    Optional<Rule> inForce(String name) {
        return schedules
                .named(name)
                .filter(Schedule::enabled)
                .filter(schedule -> flawOf(schedule).isEmpty())
                .map(this::rule);
    }

    /** The rule of a schedule without flaw, enabled or not. */
    Rule rule(Schedule schedule) {
        ScheduledTask task =
                tasks.named(schedule.task()).orElseThrow(() -> new IllegalStateException(withoutTask(schedule)));
        return new Rule(schedule, plan(schedule), task);
    }

    /** @throws IllegalArgumentException when its cron is not understood */
    Plan plan(Schedule schedule) {
        return plan(Timing.of(schedule));
    }

    /** @throws IllegalArgumentException when its cron is not understood */
    Plan plan(Timing timing) {
        return new Plan(Cron.of(timing.cron()), timing.holiday(), calendar);
    }

    /** Why an operator must look at the row; empty when it is fine. */
    Optional<String> flawOf(Schedule schedule) {
        if (tasks.named(schedule.task()).isEmpty()) {
            return Optional.of(withoutTask(schedule));
        }
        try {
            Cron.of(schedule.cron());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static String withoutTask(Schedule schedule) {
        return "no task is named " + schedule.task();
    }
}
