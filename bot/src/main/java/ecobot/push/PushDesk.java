package ecobot.push;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.outbox.Allowance;
import ecobot.outbox.QuietHours;
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

/** Pushing by hand: what would happen, doing it, and calling it off. */
@Component
class PushDesk {

    private static final DateTimeFormatter ONCE =
            DateTimeFormatter.ofPattern("0 m H d M '?' yyyy", Locale.ROOT).withZone(Zone.SHANGHAI);
    private static final String OPEN_API = "OPEN_API";
    private static final int NAMED = 15;

    private final Materials materials;
    private final Cards cards;
    private final PushLedger ledger;
    private final Readings readings;
    private final PushMapper rows;
    private final Roster roster;
    private final Targets targets;
    private final Allowance allowance;
    private final QuietHours quietHours;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Recalls recalls;
    private final Templates templates;
    private final Clock clock;
    private final Audit audit;

    PushDesk(
            Materials materials,
            Cards cards,
            PushLedger ledger,
            Readings readings,
            PushMapper rows,
            Roster roster,
            Targets targets,
            Allowance allowance,
            QuietHours quietHours,
            Schedules schedules,
            ScheduleDesk desk,
            Recalls recalls,
            Templates templates,
            Clock clock,
            Audit audit) {
        this.materials = materials;
        this.cards = cards;
        this.ledger = ledger;
        this.readings = readings;
        this.rows = rows;
        this.roster = roster;
        this.targets = targets;
        this.allowance = allowance;
        this.quietHours = quietHours;
        this.schedules = schedules;
        this.desk = desk;
        this.recalls = recalls;
        this.templates = templates;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A push that may be made.
     *
     * @param groups that get it, never none
     */
    record Plan(Material material, List<Group> groups, PushViews.Proposal shown) {}

    /** @throws UserMistake when it cannot be pushed, or to nobody */
    Plan plan(Asked asked) {
        var material = pushable(asked.number());
        readings.settle();
        var wanted = asked.groups().isEmpty() ? subscribers(material) : asked.groups();
        var had = ledger.had(material.id());
        var stopped = stopped();
        var groups = wanted.stream()
                .filter(group -> !had.containsKey(group.id()) && !stopped.contains(group.conversationId()))
                .toList();
        var before = wanted.stream()
                .flatMap(group ->
                        Optional.ofNullable(had.get(group.id()))
                                .map(at -> new PushViews.Before(group.title(), at))
                                .stream())
                .toList();
        if (groups.isEmpty()) {
            throw UserMistake.of(
                    "push/nobody-left", new Nobody(material.id(), material.title(), before, wanted.isEmpty()));
        }
        return new Plan(material, groups, shown(material, groups, before, wanted, stopped, asked.at()));
    }

    private PushViews.Proposal shown(
            Material material,
            List<Group> groups,
            List<PushViews.Before> before,
            List<Group> wanted,
            Set<String> stopped,
            @Nullable Instant at) {
        int files = cards.files(material).size();
        int hooks = Math.toIntExact(
                groups.stream().filter(group -> group.customRobot() != null).count());
        var shown = groups.subList(0, Math.min(NAMED, groups.size()));
        return new PushViews.Proposal(
                material.id(),
                List.of(cards.card(material, groups.get(0))),
                groups.size(),
                shown.stream().map(Group::title).toList(),
                groups.size() - shown.size(),
                before,
                wanted.stream()
                        .filter(group -> stopped.contains(group.conversationId()))
                        .map(Group::title)
                        .toList(),
                at,
                isQuiet(at),
                (groups.size() - hooks) * (1 + files) + files,
                hooks,
                left());
    }

    private long left() {
        return allowance.accounts().stream()
                .filter(account -> account.name().equals(OPEN_API))
                .mapToLong(account -> Math.max(0, account.allowed() - account.used()))
                .sum();
    }

    /** Once somebody said yes. What a group got meanwhile it does not get again. */
    Reply push(CommandCall call, long materialId, Set<Long> groupIds, @Nullable Instant at) {
        var material = pushable(materialId);
        var had = ledger.had(materialId);
        var groups = roster.groups().stream()
                .filter(group -> groupIds.contains(group.id()) && !had.containsKey(group.id()))
                .toList();
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
        var done = new PushViews.Done(materialId, material.title(), groups.size(), at, isQuiet(at));
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
        var waiting = rows.waiting().stream()
                .filter(order -> order.materialId() == materialId)
                .filter(order -> rows.cancel(order.id(), clock.instant()) == 1)
                .toList();
        if (waiting.isEmpty()) {
            throw UserMistake.of("push/nothing-waits", Map.of("number", materialId));
        }
        waiting.forEach(this::rest);
        audit.record(by.staffId(), "push-cancel", "material:" + materialId, Outcome.ALLOWED, null);
        return Reply.of("push/cancelled", waiting(waiting.get(0)));
    }

    /** Takes a push back: calls it off, or recalls what was sent. */
    Reply undo(Member by, long orderId) {
        var waiting =
                rows.waiting().stream().filter(order -> order.id() == orderId).findFirst();
        if (waiting.isPresent()) {
            return cancel(by, waiting.get().materialId());
        }
        var occurrence = rows.occurrenceOf(orderId);
        var asked = recalls.ask("post:" + occurrence, by.staffId());
        if (occurrence == null || asked.isNothing()) {
            throw UserMistake.of("plan/nothing-to-recall", Map.of());
        }
        audit.record(by.staffId(), "recall", "occurrence:" + occurrence, Outcome.ALLOWED, null);
        return Reply.of("plan/recalling", asked);
    }

    private void rest(PushMapper.Order order) {
        desk.find(order.scheduleId()).filter(Schedule::enabled).ifPresent(schedule -> desk.enable(schedule, false));
    }

    private Material pushable(long number) {
        var material = materials
                .find(number)
                .orElseThrow(() -> UserMistake.of("push/no-such-material", Map.of("number", number)));
        return switch (material.state()) {
            case PUBLISHED, SUPERSEDED -> material;
            case DRAFT, REVIEWED, ARCHIVED ->
                throw UserMistake.of(
                        "push/not-published",
                        new NotPublished(number, material.title(), material.state() == Material.State.ARCHIVED));
        };
    }

    private List<Group> subscribers(Material material) {
        var post = words().posts().get(material.category());
        return post == null ? List.of() : roster.subscribersOf(post);
    }

    private Set<String> stopped() {
        return targets.stopped().stream().map(Targets.Stopped::conversationId).collect(Collectors.toSet());
    }

    private boolean isQuiet(@Nullable Instant at) {
        var when = at == null ? clock.instant() : at;
        return quietHours.include(when.atZone(Zone.SHANGHAI).toLocalTime());
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }

    /** @param unasked whether no group was named and none subscribes */
    record Nobody(long number, String title, List<PushViews.Before> had, boolean unasked) {}

    record NotPublished(long number, String title, boolean archived) {}
}
