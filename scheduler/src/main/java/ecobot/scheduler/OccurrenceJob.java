package ecobot.scheduler;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz calls. It says which schedule, and nothing of the times that Quartz believes in. */
class OccurrenceJob implements Job {

    private final Upkeep upkeep;

    OccurrenceJob(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void execute(JobExecutionContext context) {
        upkeep.strike(context.getJobDetail().getKey().getName());
    }
}
