package ecobot.push;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.outbox.Recalls;
import ecobot.outbox.Targets;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Schedules;
import ecobot.scheduler.Timing;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pushing by hand, now or later, and calling it off. */
@Component
class PushDesk {

    private static final DateTimeFormatter ONCE =
            DateTimeFormatter.ofPattern("0 m H d M '?' yyyy", Locale.ROOT).withZone(Zone.SHANGHAI);

    private final PushProposals proposals;
    private final Materials materials;
    private final PushLedger ledger;
    private final PushMapper rows;
    private final Roster roster;
    private final Targets targets;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Recalls recalls;
    private final Clock clock;
    private final Audit audit;

    PushDesk(
            PushProposals proposals,
            Materials materials,
            PushLedger ledger,
            PushMapper rows,
            Roster roster,
            Targets targets,
            Schedules schedules,
            ScheduleDesk desk,
            Recalls recalls,
            Clock clock,
            Audit audit) {
        this.proposals = proposals;
        this.materials = materials;
        this.ledger = ledger;
        this.rows = rows;
        this.roster = roster;
        this.targets = targets;
        this.schedules = schedules;
        this.desk = desk;
        this.recalls = recalls;
        this.clock = clock;
        this.audit = audit;
    }

    /** Once somebody said yes. What a group got meanwhile it does not get again; nor does one get it that was stopped meanwhile. */
    Reply push(CommandCall call, long materialId, Set<Long> groupIds, @Nullable Instant at) {
        var material = proposals.pushable(materialId);
        var had = ledger.had(materialId);
        var wanted = roster.groups().stream()
                .filter(group -> groupIds.contains(group.id()) && !had.containsKey(group.id()))
                .collect(Collectors.partitioningBy(group -> targets.isStopped(group.conversationId())));
        var groups = wanted.getOrDefault(false, List.of());
        var stopped =
                wanted.getOrDefault(true, List.of()).stream().map(Group::title).toList();
        if (groups.isEmpty() || (at != null && !at.isAfter(clock.instant()))) {
            throw UserMistake.of("push/too-late", Map.of("number", materialId));
        }
        var schedule = at == null ? schedules.named(PushPost.NAME).orElseThrow() : scheduleAt(at);
        rows.addOrder(
                materialId,
                schedule.id(),
                at == null ? clock.instant() : at,
                call.member().id(),
                clock.instant());
        long order = rows.lastId();
        groups.forEach(group -> rows.addOrderGroup(order, group.id()));
        if (at == null) {
            schedules.runNow(schedule);
        }
        audit.record(
                call.member().staffId(),
                "push",
                "material:" + materialId,
                Outcome.ALLOWED,
                groups.size() + " groups" + (at == null ? "" : ", later"));
        var done = new PushViews.Done(materialId, material.title(), groups.size(), stopped, at, proposals.isQuiet(at));
        return Reply.of("push/pushed", done).undoable(Long.toString(order));
    }

    /** A schedule that rests since its push was sent is used again, so that they do not become more and more. */
    private Schedule scheduleAt(Instant at) {
        var timing = new Timing(ONCE.format(at), HolidayPolicy.ANYWAY, MissedPolicy.LATE);
        var taken = rows.waiting().stream().map(PushMapper.Order::scheduleId).collect(Collectors.toSet());
        for (var resting : schedules.all()) {
            if (resting.task().equals(PushPost.NAME)
                    && !resting.name().equals(PushPost.NAME)
                    && !resting.enabled()
                    && !taken.contains(resting.id())
                    && desk.change(resting, timing)) {
                desk.enable(desk.find(resting.id()).orElseThrow(), true);
                return desk.find(resting.id()).orElseThrow();
            }
        }
        return desk.add(PushPost.NAME, timing);
    }

    /** What waits for its time. */
    PushViews.AllWaiting waiting() {
        return new PushViews.AllWaiting(
                rows.waiting().stream().map(this::waiting).toList());
    }

    private PushViews.Waiting waiting(PushMapper.Order order) {
        var title = materials.find(order.materialId()).map(Material::title).orElse("");
        return new PushViews.Waiting(
                order.materialId(),
                title,
                order.plannedAt(),
                rows.groupsOf(order.id()).size());
    }

    /** Calls off what waits of a material. */
    Reply cancel(Member by, long materialId) {
        return cancel(
                by,
                materialId,
                rows.waiting().stream()
                        .filter(order -> order.materialId() == materialId)
                        .toList());
    }

    private Reply cancel(Member by, long materialId, List<PushMapper.Order> orders) {
        var waiting = orders.stream()
                .filter(order -> rows.cancel(order.id(), clock.instant()) == 1)
                .toList();
        if (waiting.isEmpty()) {
            throw UserMistake.of("push/nothing-waits", Map.of("number", materialId));
        }
        waiting.forEach(this::rest);
        audit.record(by.staffId(), "push-cancel", "material:" + materialId, Outcome.ALLOWED, null);
        return Reply.of("push/cancelled", waiting(waiting.get(0)));
    }

    /** Takes one push back: calls it off, or recalls what was sent. What others plan with the same material stays. */
    Reply undo(Member by, long orderId) {
        var waiting =
                rows.waiting().stream().filter(order -> order.id() == orderId).findFirst();
        if (waiting.isPresent()) {
            return cancel(by, waiting.get().materialId(), List.of(waiting.get()));
        }
        var occurrence = Optional.ofNullable(rows.occurrenceOf(orderId))
                .orElseThrow(() -> UserMistake.of("plan/nothing-to-recall", Map.of()));
        var asked = recalls.ask("post:" + occurrence, by.staffId());
        if (asked.isNothing()) {
            throw UserMistake.of("plan/nothing-to-recall", Map.of());
        }
        audit.record(by.staffId(), "recall", "occurrence:" + occurrence, Outcome.ALLOWED, null);
        return Reply.of("plan/recalling", asked);
    }

    private void rest(PushMapper.Order order) {
        desk.find(order.scheduleId()).filter(Schedule::enabled).ifPresent(schedule -> desk.enable(schedule, false));
    }
}
