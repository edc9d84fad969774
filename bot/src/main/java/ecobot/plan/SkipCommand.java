package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Role;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 跳过: the next planned time is left out, and no other. */
@Component
class SkipCommand implements Command {

    private final ScheduleFinder finder;
    private final ScheduleDesk desk;
    private final PlanViews views;
    private final Audit audit;
    private final Templates templates;
    private final JsonMapper json;

    SkipCommand(
            ScheduleFinder finder,
            ScheduleDesk desk,
            PlanViews views,
            Audit audit,
            Templates templates,
            JsonMapper json) {
        this.finder = finder;
        this.desk = desk;
        this.views = views;
        this.audit = audit;
        this.templates = templates;
        this.json = json;
    }

    @Override
    public String name() {
        return "skip";
    }

    @Override
    public Set<Role> roles() {
        return Permission.DECIDE;
    }

    @Override
    public Reply handle(CommandCall call) {
        var words = templates.words("plan/plan-words", PlanWords.class);
        var schedule = finder.meant(words.withoutNext(call.arguments())).schedule();
        finder.requireMay(call.member(), schedule);
        var title = finder.titleOf(schedule);
        var skipped = (schedule.enabled() ? desk.skipNext(schedule) : Optional.<Instant>empty())
                .orElseThrow(() -> UserMistake.of("plan/nothing-to-skip", Map.of("title", title)));
        record(call, "skip", schedule, skipped);
        return Reply.of("plan/skipped", view(title, schedule, skipped))
                .undoable(json.writeValueAsString(new Skipped(schedule.id(), skipped)));
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        var skipped = json.readValue(token, Skipped.class);
        var schedule = desk.find(skipped.scheduleId())
                .filter(found -> desk.unskip(found, skipped.at()))
                .orElseThrow(() -> UserMistake.of("plan/plan-changed-since", Map.of()));
        record(call, "skip-undo", schedule, skipped.at());
        return Reply.of("plan/unskipped", view(finder.titleOf(schedule), schedule, skipped.at()));
    }

    private View view(String title, Schedule schedule, Instant at) {
        return new View(
                title,
                views.row(at).when(),
                views.nextOf(schedule).stream().map(PlanViews.DateRow::when).toList());
    }

    private void record(CommandCall call, String action, Schedule schedule, Instant at) {
        audit.record(call.member().staffId(), action, "schedule:" + schedule.id(), Outcome.ALLOWED, at.toString());
    }

    /** @param next the time after it; none when there is no more */
    record View(String title, String when, List<String> next) {}

    record Skipped(long scheduleId, Instant at) {}
}
