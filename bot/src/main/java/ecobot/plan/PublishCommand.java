package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Rehearsals;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.roster.Role;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Schedules;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 发布: a post now, to everybody who would get it by plan, after it was said how many that are. Taking it back recalls it. */
@Component
class PublishCommand implements Command {

    private final ScheduleFinder finder;
    private final Rehearsals rehearsals;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Confirmation confirmation;
    private final RecallDesk recalls;
    private final Audit audit;

    PublishCommand(
            ScheduleFinder finder,
            Rehearsals rehearsals,
            Schedules schedules,
            ScheduleDesk desk,
            Confirmation confirmation,
            RecallDesk recalls,
            Audit audit) {
        this.finder = finder;
        this.rehearsals = rehearsals;
        this.schedules = schedules;
        this.desk = desk;
        this.confirmation = confirmation;
        this.recalls = recalls;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public Set<Role> roles() {
        return Permission.DECIDE;
    }

    @Override
    public Reply handle(CommandCall call) {
        var schedule = finder.meantToPost(call.arguments()).schedule();
        var title = finder.titleOf(schedule);
        var rehearsal = rehearsals.of(schedule);
        if (rehearsal.isNothing()) {
            throw UserMistake.of("plan/nothing-to-post", Map.of("title", title));
        }
        int groups = rehearsal.groups().size();
        int readers = rehearsal.readers().size();
        return confirmation.ask(
                Reply.of("plan/confirm-publish", new View(title, groups, readers)),
                new Pending(schedule.id(), title, groups, readers));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        if (!confirmation.isYes(call)) {
            return Reply.of("plan/publish-kept", Map.of());
        }
        var pending = confirmation.pending(question, Pending.class);
        var schedule = desk.find(pending.scheduleId())
                .orElseThrow(() ->
                        UserMistake.of("plan/no-such-plan", Map.of("number", Long.toString(pending.scheduleId()))));
        var occurrence = schedules.runNow(schedule);
        audit.record(
                call.member().staffId(), "publish", "occurrence:" + occurrence.id(), Outcome.ALLOWED, schedule.name());
        return Reply.of("plan/published", new View(pending.title(), pending.groups(), pending.readers()))
                .undoable(Long.toString(occurrence.id()));
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return recalls.recall(call.member(), Long.parseLong(token));
    }

    /** How many get it. */
    record View(String title, int groups, int readers) {}

    record Pending(long scheduleId, String title, int groups, int readers) {}
}
