package ecobot.push;

import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import org.springframework.stereotype.Component;

/** In the evening: what became of the pushes of the last days, and who has read those whose time for reading ends today. */
@Component
class PushReadingTask implements ScheduledTask {

    private final Readings readings;
    private final ReadAsker asker;

    PushReadingTask(Readings readings, ReadAsker asker) {
        this.readings = readings;
        this.asker = asker;
    }

    @Override
    public String name() {
        return "push-reading";
    }

    @Override
    public void run(Occurrence occurrence) {
        readings.settle();
        asker.askAboutEnding(occurrence.plannedAt());
    }
}
