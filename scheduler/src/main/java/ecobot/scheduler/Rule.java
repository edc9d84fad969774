package ecobot.scheduler;

/** A schedule that can run: enabled, its cron understood, its task known. */
record Rule(Schedule schedule, Plan plan, ScheduledTask task) {

    String name() {
        return schedule.name();
    }
}
