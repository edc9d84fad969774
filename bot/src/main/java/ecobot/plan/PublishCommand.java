package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Rehearsals;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.outbox.QuietHours;
import ecobot.roster.Role;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 发布: a post now, to everybody who would get it by plan, after it was said how many that are. When it was posted between the question and the yes, the
 * yes was not meant for what would be posted now, and it is asked again. Taking it back recalls it.
 */
@Component
class PublishCommand implements Command {

    private final ScheduleFinder finder;
    private final Rehearsals rehearsals;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Confirmation confirmation;
    private final RecallDesk recalls;
    private final QuietHours quietHours;
    private final Clock clock;
    private final Audit audit;

    PublishCommand(
            ScheduleFinder finder,
            Rehearsals rehearsals,
            Schedules schedules,
            ScheduleDesk desk,
            Confirmation confirmation,
            RecallDesk recalls,
            QuietHours quietHours,
            Clock clock,
            Audit audit) {
        this.finder = finder;
        this.rehearsals = rehearsals;
        this.schedules = schedules;
        this.desk = desk;
        this.confirmation = confirmation;
        this.recalls = recalls;
        this.quietHours = quietHours;
        this.clock = clock;
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
        finder.requireMay(call.member(), schedule);
        return ask(schedule, false);
    }

    private Reply ask(Schedule schedule, boolean again) {
        var title = finder.titleOf(schedule);
        var rehearsal = rehearsals.of(schedule);
        if (rehearsal.isNothing()) {
            throw UserMistake.of("plan/nothing-to-post", Map.of("title", title));
        }
        var before = recalls.takenBack(schedule).stream().toList();
        var view =
                new View(title, rehearsal.groups().size(), rehearsal.readers().size(), isQuiet(), again, before);
        return confirmation.ask(
                Reply.of("plan/confirm-publish", view),
                new Pending(schedule.id(), title, view.groups(), view.readers(), latestOf(schedule)));
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
        finder.requireMay(call.member(), schedule);
        desk.lock(schedule);
        if (!Objects.equals(latestOf(schedule), pending.latest())) {
            return ask(schedule, true);
        }
        var occurrence = schedules.runNow(schedule);
        if (!recalls.postedSomething(occurrence.id())) {
            throw UserMistake.of("plan/nothing-to-post", Map.of("title", pending.title()));
        }
        audit.record(
                call.member().staffId(), "publish", "occurrence:" + occurrence.id(), Outcome.ALLOWED, schedule.name());
        return Reply.of(
                        "plan/published",
                        new View(pending.title(), pending.groups(), pending.readers(), isQuiet(), false, List.of()))
                .undoable(Long.toString(occurrence.id()));
    }

    /** The occurrence that posted it last, by whichever of its schedules; null when none did lately. */
    private @Nullable Long latestOf(Schedule schedule) {
        var ids = finder.of(schedule.task()).stream().map(Schedule::id).collect(Collectors.toSet());
        return desk.effectsSince(Instant.EPOCH).stream()
                .filter(effect -> ids.contains(effect.scheduleId()))
                .map(ScheduleDesk.Effect::id)
                .findFirst()
                .orElse(null);
    }

    private boolean isQuiet() {
        return quietHours.include(clock.instant().atZone(Zone.SHANGHAI).toLocalTime());
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return recalls.recall(call.member(), Long.parseLong(token));
    }

    /**
     * How many get it.
     *
     * @param quiet whether it waits for the morning
     * @param again whether it is asked once more because it was posted meanwhile
     * @param before the post before it, when that was taken back; else empty
     */
    record View(String title, int groups, int readers, boolean quiet, boolean again, List<RecallDesk.Before> before) {}

    /** @param latest the occurrence that had posted it last when it was asked; null when none had lately */
    record Pending(
            long scheduleId,
            String title,
            int groups,
            int readers,
            @Nullable Long latest) {}
}
