package ecobot.scheduler;

import java.util.List;

/** A bean that makes tasks out of something else, for example one out of every post. Asked once, when all beans are there. */
public interface TaskSource {

    List<? extends ScheduledTask> tasks();
}
