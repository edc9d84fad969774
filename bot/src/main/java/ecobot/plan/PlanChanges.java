package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.outbox.QuietHours;
import ecobot.roster.Member;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Timing;
import ecobot.text.DayParts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Changes of schedules. A rule counts only after its real dates were shown and confirmed; every change can be taken back. */
@Component
class PlanChanges {

    private final ScheduleDesk desk;
    private final ScheduleFinder finder;
    private final PlanViews views;
    private final Confirmation confirmation;
    private final QuietHours quietHours;
    private final Audit audit;
    private final Templates templates;
    private final JsonMapper json;

    PlanChanges(
            ScheduleDesk desk,
            ScheduleFinder finder,
            PlanViews views,
            Confirmation confirmation,
            QuietHours quietHours,
            Audit audit,
            Templates templates,
            JsonMapper json) {
        this.desk = desk;
        this.finder = finder;
        this.views = views;
        this.confirmation = confirmation;
        this.quietHours = quietHours;
        this.audit = audit;
        this.templates = templates;
        this.json = json;
        reader();
    }

    /** @throws UserMistake when no post or no rule is understood, or the post is not for {@code by} to plan */
    Reply proposeNew(Member by, String text) {
        var start = finder.startOf(text)
                .orElseThrow(() -> UserMistake.of("plan/plan-what", Map.of("titles", finder.planned())));
        Permission.require(by, start.kind());
        var others = finder.of(start.kind().name()).stream()
                .filter(Schedule::enabled)
                .map(schedule -> views.rule(Timing.of(schedule)))
                .toList();
        return propose(
                start.kind().title(),
                start.rest(),
                others,
                new Pending(start.kind().name(), null, null));
    }

    /** @throws UserMistake when no schedule or no rule is understood, or the post is not for {@code by} to plan */
    Reply proposeChange(Member by, String text) {
        var meant = finder.meant(text);
        finder.requireMay(by, meant.schedule());
        return propose(
                finder.titleOf(meant.schedule()),
                meant.rest(),
                List.of(),
                new Pending(meant.schedule().task(), meant.schedule(), null));
    }

    private Reply propose(String title, String rule, List<String> others, Pending pending) {
        var before = pending.before() == null ? null : Timing.of(pending.before());
        var read = reader().read(rule, before == null ? null : Spoken.of(before).orElse(null));
        var timing = read.spoken().timing();
        var dates = views.dates(timing);
        if (dates.isEmpty()) {
            throw UserMistake.of("plan/never", Map.of());
        }
        var proposal = new Proposal(
                title,
                views.rule(timing),
                before == null ? "" : views.rule(before),
                others,
                !read.timeSaid(),
                read.spoken().times().stream().anyMatch(quietHours::include),
                dates);
        return confirmation.ask(
                Reply.of("plan/confirm-plan", proposal), new Pending(pending.post(), pending.before(), timing));
    }

    /** Makes the proposed change, or leaves it. */
    Reply answer(CommandCall call, Question question) {
        if (!confirmation.isYes(call)) {
            return Reply.of("plan/plan-kept", Map.of());
        }
        var pending = confirmation.pending(question, Pending.class);
        Permission.require(call.member(), finder.kind(pending.post()));
        var timing = Objects.requireNonNull(pending.timing());
        return pending.before() == null
                ? create(call.member(), pending.post(), timing)
                : change(call.member(), pending.before(), timing);
    }

    private Reply create(Member by, String post, Timing timing) {
        var schedule = desk.add(post, timing);
        record(by, "plan-create", schedule, timing.cron() + " " + timing.holiday());
        return Reply.of("plan/plan-made", views.row(schedule)).undoable(token(Undo.Kind.CREATED, schedule, timing));
    }

    private Reply change(Member by, Schedule before, Timing timing) {
        require(desk.change(before, timing), before);
        record(by, "plan-change", before, timing.cron() + " " + timing.holiday());
        return Reply.of("plan/plan-changed", views.row(again(before)))
                .undoable(token(Undo.Kind.CHANGED, before, timing));
    }

    /** Switches a schedule on or off. */
    Reply enable(Member by, String text, boolean enabled) {
        var schedule = finder.meant(text).schedule();
        finder.requireMay(by, schedule);
        if (schedule.enabled() == enabled) {
            return Reply.of("plan/plan-already", views.row(schedule));
        }
        require(desk.enable(schedule, enabled), schedule);
        record(by, enabled ? "plan-start" : "plan-stop", schedule, null);
        return Reply.of("plan/plan-switched", views.row(again(schedule)))
                .undoable(token(Undo.Kind.SWITCHED, schedule, null));
    }

    Reply remove(Member by, String text) {
        var schedule = finder.meant(text).schedule();
        finder.requireMay(by, schedule);
        require(desk.remove(schedule), schedule);
        record(by, "plan-remove", schedule, null);
        return Reply.of("plan/plan-removed", views.row(schedule)).undoable(token(Undo.Kind.REMOVED, schedule, null));
    }

    /** @throws UserMistake when somebody changed the schedule since */
    Reply undo(Member by, String token) {
        var undo = json.readValue(token, Undo.class);
        boolean undone = undo.kind() == Undo.Kind.REMOVED
                ? desk.restore(undo.id())
                : desk.find(undo.id())
                        .filter(now -> isAsMade(now, undo))
                        .map(now -> undo(now, undo))
                        .orElse(false);
        if (!undone) {
            throw UserMistake.of("plan/plan-changed-since", Map.of());
        }
        audit.record(
                by.staffId(),
                "plan-undo",
                "schedule:" + undo.id(),
                Outcome.ALLOWED,
                undo.kind().name());
        return desk.find(undo.id())
                .map(schedule -> Reply.of("plan/plan-restored", views.row(schedule)))
                .orElseGet(() -> Reply.of("plan/plan-taken-back", Map.of()));
    }

    private static boolean isAsMade(Schedule now, Undo undo) {
        return undo.made() == null || Timing.of(now).equals(undo.made());
    }

    private boolean undo(Schedule now, Undo undo) {
        return switch (undo.kind()) {
            case CREATED -> desk.remove(now);
            case CHANGED -> desk.change(now, undo.before());
            case SWITCHED -> now.enabled() != undo.enabled() && desk.enable(now, undo.enabled());
            case REMOVED -> false;
        };
    }

    private Schedule again(Schedule schedule) {
        return desk.find(schedule.id()).orElseThrow();
    }

    private static void require(boolean changed, Schedule schedule) {
        if (!changed) {
            throw UserMistake.of("plan/plan-changed-meanwhile", Map.of("number", Long.toString(schedule.id())));
        }
    }

    private void record(Member by, String action, Schedule schedule, @Nullable String detail) {
        audit.record(by.staffId(), action, "schedule:" + schedule.id(), Outcome.ALLOWED, detail);
    }

    private String token(Undo.Kind kind, Schedule before, @Nullable Timing made) {
        return json.writeValueAsString(new Undo(kind, before.id(), Timing.of(before), before.enabled(), made));
    }

    private RuleReader reader() {
        return new RuleReader(
                templates.words("plan/rule-words", RuleWords.class), templates.words(DayParts.FILE, DayParts.class));
    }

    /**
     * A change that waits for its confirmation.
     *
     * @param before the schedule as it was when it was shown; null for a new one
     * @param timing null until the rule is read
     */
    record Pending(
            String post,
            @Nullable Schedule before,
            @Nullable Timing timing) {}

    /**
     * A change as it is shown.
     *
     * @param before the rule that it replaces; empty for a new one
     * @param others rules by which the same post comes already
     * @param timeAssumed whether no time was said
     * @param quiet whether it would have to wait for the morning
     */
    record Proposal(
            String title,
            String rule,
            String before,
            List<String> others,
            boolean timeAssumed,
            boolean quiet,
            List<PlanViews.DateRow> dates) {}

    /**
     * What was done and how it was before.
     *
     * @param made the timing that it was given; null when that was not changed
     */
    record Undo(
            Kind kind,
            long id,
            Timing before,
            boolean enabled,
            @Nullable Timing made) {
        enum Kind {
            CREATED,
            CHANGED,
            SWITCHED,
            REMOVED
        }
    }
}
