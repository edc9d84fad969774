package ecobot.issue;

import ecobot.audit.Alarms;
import ecobot.issue.CounterMapper.Difference;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares the counters with the issues every night. What was wrong is put right at once, and an operator learns of which units it was. */
@Component
class TallyCheckTask implements ScheduledTask {

    static final String ALARM = "tally-differs";

    private final Recount recount;
    private final Alarms alarms;
    private final Roster roster;

    TallyCheckTask(Recount recount, Alarms alarms, Roster roster) {
        this.recount = recount;
        this.alarms = alarms;
        this.roster = roster;
    }

    @Override
    public String name() {
        return "tally-check";
    }

    @Override
    public void run(Occurrence occurrence) {
        var wrong = recount.checkAndMend();
        if (wrong.isEmpty()) {
            alarms.clear(ALARM);
        } else {
            alarms.raise(ALARM, units(wrong));
        }
    }

    private String units(List<Difference> wrong) {
        return wrong.stream()
                .map(Difference::unitId)
                .distinct()
                .sorted()
                .map(id -> roster.unit(id).map(Unit::shortName).orElse("unit " + id))
                .collect(Collectors.joining(", "));
    }
}
