package ecobot.scheduler;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one row per run in the run's own transaction, so that what took effect can be counted, and then does what the test wants. */
class ProbeTask implements ScheduledTask {

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, Consumer<Occurrence>> behaviours = new ConcurrentHashMap<>();
    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final List<ScheduleFailed> failures = new CopyOnWriteArrayList<>();

    ProbeTask(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        sql.sql(
                        "create table if not exists probe_effect (schedule varchar(60) not null, planned_at varchar(40) not null)")
                .update();
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public void run(Occurrence occurrence) {
        String schedule = occurrence.schedule().name();
        runs.add(new Run(schedule, occurrence.plannedAt(), occurrence.late(), clock.instant()));
        sql.sql("insert into probe_effect (schedule, planned_at) values (?, ?)")
                .params(schedule, occurrence.plannedAt().toString())
                .update();
        behaviours.getOrDefault(schedule, ignored -> {}).accept(occurrence);
    }

    @EventListener
    void on(ScheduleFailed failed) {
        failures.add(failed);
    }

    void behave(String schedule, Consumer<Occurrence> behaviour) {
        behaviours.put(schedule, behaviour);
    }

    /** The runs that were started, whether they committed or not. */
    List<Run> runsOf(String schedule) {
        return runs.stream().filter(run -> run.schedule().equals(schedule)).toList();
    }

    /** The runs of all schedules, in order of start. */
    List<Run> runs() {
        return List.copyOf(runs);
    }

    List<ScheduleFailed> failuresOf(String schedule) {
        return failures.stream()
                .filter(failed -> failed.schedule().name().equals(schedule))
                .toList();
    }

    /** The runs that committed, as planned times in text. */
    List<String> effectsOf(String schedule) {
        return sql.sql("select planned_at from probe_effect where schedule = ? order by planned_at")
                .param(schedule)
                .query(String.class)
                .list();
    }

    record Run(String schedule, Instant plannedAt, boolean late, Instant clockShowed) {}
}
