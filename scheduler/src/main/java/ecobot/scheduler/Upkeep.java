package ecobot.scheduler;

import ecobot.calendar.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the alarm clock in step with the schedules and the ledger, and attends to it when it strikes. */
@Component
class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final ScheduleMapper schedules;
    private final Rulebook rulebook;
    private final Runs runs;
    private final AlarmClock alarmClock;
    private final Verdicts verdicts;

    Upkeep(ScheduleMapper schedules, Rulebook rulebook, Runs runs, AlarmClock alarmClock, Verdicts verdicts) {
        this.schedules = schedules;
        this.rulebook = rulebook;
        this.runs = runs;
        this.alarmClock = alarmClock;
        this.verdicts = verdicts;
    }

    /** The alarm of a schedule strikes. When its run cannot even be recorded, the next sweep sets the alarm again: no tight loop. */
    void strike(String schedule) {
        rulebook.inForce(schedule).ifPresent(rule -> {
            runs.adopt(rule.schedule());
            runs.runDue(rule);
            runs.nextMoment(rule).ifPresent(moment -> set(rule, moment));
        });
    }

    /** Looks at every schedule, notices what changed, and sets every alarm that is not set right; the others are left alone. */
    void sweep() {
        List<Schedule> all = schedules.all();
        all.forEach(runs::adopt);
        all.forEach(verdicts::tell);
        List<Rule> inForce = rulebook.inForce();
        inForce.forEach(this::check);
        keepOnly(inForce.stream().map(Rule::name).collect(Collectors.toSet()));
    }

    /** The longest time by which a planned run is overdue at {@code now}; zero when nothing is. */
    Duration lag(Instant now) {
        return rulebook.inForce().stream()
                .map(rule -> rule.plan().nextAfter(runs.standing(rule, now).accountedUpTo()))
                .flatMap(Optional::stream)
                .map(planned -> Duration.between(planned, now))
                .filter(overdue -> overdue.compareTo(Duration.ZERO) > 0)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The table of what runs when, for the operator who reads the log at start. */
    void logTable() {
        for (Rule rule : rulebook.inForce()) {
            log.info(
                    "schedule {} -> task {} -> next run {}",
                    rule.name(),
                    rule.schedule().task(),
                    runs.nextMoment(rule).map(Upkeep::local).orElse("never"));
        }
    }

    private void check(Rule rule) {
        runs.nextMoment(rule).filter(moment -> !isSet(rule, moment)).ifPresent(moment -> set(rule, moment));
    }

    private boolean isSet(Rule rule, Instant moment) {
        try {
            return alarmClock.isSet(rule.name(), moment);
        } catch (SchedulerException e) {
            log.error("Cannot look at the alarm of {}; it is set anew", rule.name(), e);
            return false;
        }
    }

    private void set(Rule rule, Instant moment) {
        try {
            alarmClock.set(rule.name(), moment);
        } catch (SchedulerException e) {
            log.error("Cannot set the alarm of {}; the next sweep tries again", rule.name(), e);
        }
    }

    private void keepOnly(Set<String> names) {
        try {
            alarmClock.keepOnly(names);
        } catch (SchedulerException e) {
            log.error("Cannot end the alarms of schedules that are off; the next sweep tries again", e);
        }
    }

    private static String local(Instant moment) {
        return moment.atZone(Zone.SHANGHAI).toLocalDateTime().toString();
    }
}
