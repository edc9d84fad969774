package ecobot.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Wakes one node at the next moment of each schedule: one Quartz trigger per schedule, which fires once and is set anew. Quartz knows the
 * machine's time only; the distance to the application's clock is put in when a trigger is set.
 */
@Component
class AlarmClock {

    static final String GROUP = "schedule";

    /** Two settings of one moment differ by the time between reading two clocks. */
    private static final Duration SAME = Duration.ofSeconds(1);

    /** So long a run that was started may take until its trigger is thought lost. */
    private static final Duration RUNNING = Duration.ofMinutes(5);

    private final Scheduler quartz;
    private final Clock clock;
    private final Clock machineClock;

    AlarmClock(Scheduler quartz, Clock clock, @Qualifier("machineClock") Clock machineClock) {
        this.quartz = quartz;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /** @throws IllegalStateException when Quartz's store may be shared but Quartz would not notice other nodes */
    void refuseUnclusteredStore() throws SchedulerException {
        var store = quartz.getMetaData();
        if (store.isJobStoreSupportsPersistence() && !store.isJobStoreClustered()) {
            throw new IllegalStateException(
                    "Quartz must run clustered on its database, since another node may use the same tables:"
                            + " set spring.quartz.properties.org.quartz.jobStore.isClustered to true");
        }
    }

    /** Makes the schedule wake a node at {@code moment} of the application's clock, at once when that is past; and at no other time. */
    void set(String schedule, Instant moment) throws SchedulerException {
        quartz.scheduleJob(job(schedule), Set.of(trigger(key(schedule), machineTime(moment))), true);
    }

    /** Whether the schedule is set to wake a node at {@code moment}, or did so and is being attended to. */
    boolean isSet(String schedule, Instant moment) throws SchedulerException {
        Trigger trigger = quartz.getTrigger(key(schedule));
        return trigger != null
                && isFor(trigger, machineTime(moment))
                && quartz.getTriggerState(key(schedule)) != TriggerState.ERROR;
    }

    /** Ends the waking for all schedules but these. */
    void keepOnly(Set<String> schedules) throws SchedulerException {
        for (JobKey job : quartz.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!schedules.contains(job.getName())) {
                quartz.deleteJob(job);
            }
        }
    }

    private boolean isFor(Trigger trigger, Instant wanted) {
        @Nullable Date next = trigger.getNextFireTime();
        return next == null
                ? isBeingAttendedTo(wanted)
                : Duration.between(next.toInstant(), wanted).abs().compareTo(SAME) < 0 && !isStuck(wanted);
    }

    /** A trigger that was to fire long ago and still has that time before it was lost by Quartz: blocked, or claimed by a node that is gone. */
    private boolean isStuck(Instant wanted) {
        return wanted.plus(RUNNING).isBefore(machineClock.instant());
    }

    private boolean isBeingAttendedTo(Instant wanted) {
        Instant now = machineClock.instant();
        return wanted.isBefore(now) && wanted.plus(RUNNING).isAfter(now);
    }

    /** The clock is read before the machine's, and the result rounded up: never early, else nothing would be due yet. */
    private Instant machineTime(Instant moment) {
        Instant now = clock.instant();
        return moment.plus(Duration.between(now, machineClock.instant())).plusNanos(999_999);
    }

    private static TriggerKey key(String schedule) {
        return TriggerKey.triggerKey(schedule, GROUP);
    }

    private static JobDetail job(String schedule) {
        return JobBuilder.newJob(OccurrenceJob.class)
                .withIdentity(schedule, GROUP)
                .storeDurably()
                .requestRecovery()
                .build();
    }

    /** Quartz never regards it as misfired: however late, it wakes, and {@link Runs} knows what was missed. */
    private static Trigger trigger(TriggerKey key, Instant at) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .startAt(Date.from(at))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
                .build();
    }
}
