package ecobot.push;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.Zone;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.outbox.Allowance;
import ecobot.outbox.Messenger;
import ecobot.outbox.QuietHours;
import ecobot.push.ReadingMapper.Reader;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.scheduler.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who has read, and reminding those who have not. Units are counted, never people compared: names are only of those who have not read, only in private,
 * and only for who is responsible for them: the bureau, and a unit's own managers and trainers.
 */
@Component
class ReadingDesk {

    private static final Duration LATEST = Duration.ofDays(60);
    private static final int SHOWN = 10;
    private static final int NAMED = 20;

    private final ReadingMapper rows;
    private final Readings readings;
    private final ReadAsker asker;
    private final Materials materials;
    private final Roster roster;
    private final ObjectProvider<FullPages> pages;
    private final Schedules schedules;
    private final QuietHours quietHours;
    private final Allowance allowance;
    private final Clock clock;
    private final Audit audit;

    ReadingDesk(
            ReadingMapper rows,
            Readings readings,
            ReadAsker asker,
            Materials materials,
            Roster roster,
            ObjectProvider<FullPages> pages,
            Schedules schedules,
            QuietHours quietHours,
            Allowance allowance,
            Clock clock,
            Audit audit) {
        this.rows = rows;
        this.readings = readings;
        this.asker = asker;
        this.materials = materials;
        this.roster = roster;
        this.pages = pages;
        this.schedules = schedules;
        this.quietHours = quietHours;
        this.allowance = allowance;
        this.clock = clock;
        this.audit = audit;
    }

    ReadingViews.Latest latest() {
        readings.settle();
        return new ReadingViews.Latest(rows.latest(clock.instant().minus(LATEST), SHOWN).stream()
                .map(this::line)
                .toList());
    }

    private ReadingViews.Line line(ReadingMapper.Pushed pushed) {
        var readers = rows.readers(pushed.materialId());
        return new ReadingViews.Line(
                pushed.materialId(),
                material(pushed.materialId()).title(),
                pushed.pushedAt(),
                readers.size(),
                count(readers, Reader::hasRead));
    }

    /** One material, and asks the platform on the way, unless it did today. */
    ReadingViews.One one(long number, Member asker, boolean inPrivate) {
        var material = material(number);
        readings.settle();
        int asked = this.asker.ask(number);
        var readers = rows.readers(number);
        var mine = answersFor(asker);
        var units = readers.stream().collect(Collectors.groupingBy(Reader::unitId)).entrySet().stream()
                .flatMap(entry -> roster.unit(entry.getKey()).stream().map(unit -> Map.entry(unit, entry.getValue())))
                .sorted(Comparator.comparing(entry -> entry.getKey().sortOrder()))
                .map(entry -> unit(entry.getKey(), entry.getValue(), inPrivate ? mine : nobody -> false))
                .toList();
        var missing = readers.stream()
                .filter(reader -> !reader.hasRead())
                .filter(mine)
                .toList();
        return new ReadingViews.One(
                number,
                material.title(),
                readers.size(),
                count(readers, Reader::hasRead),
                units,
                inPrivate && !missing.isEmpty(),
                !inPrivate && !missing.isEmpty(),
                asked,
                asked > 0 ? 0 : count(missing, reader -> !reader.nudged()));
    }

    private ReadingViews.Unit unit(Unit unit, List<Reader> readers, Predicate<Reader> named) {
        return new ReadingViews.Unit(
                unit.shortName(),
                readers.size(),
                count(readers, Reader::hasRead),
                readers.stream()
                        .filter(reader -> !reader.hasRead())
                        .filter(named)
                        .flatMap(reader -> name(reader).stream())
                        .toList());
    }

    /** Whether the platform is asked first who has read: nobody is to be reminded of what he has read this morning. */
    boolean asksFirst(long number) {
        material(number);
        readings.settle();
        return asker.ask(number) > 0;
    }

    /** What reminding would do. */
    ReadingViews.Nudge proposal(long number, Member asker) {
        var material = material(number);
        checkQuota(number);
        var missing = rows.readers(number).stream()
                .filter(reader -> !reader.hasRead())
                .filter(answersFor(asker))
                .toList();
        var fresh = missing.stream().filter(reader -> !reader.nudged()).toList();
        int before = missing.size() - fresh.size();
        if (fresh.isEmpty()) {
            throw UserMistake.of(
                    "push/nobody-to-nudge", new ReadingViews.NobodyToNudge(number, material.title(), before));
        }
        var names = fresh.stream().flatMap(reader -> name(reader).stream()).toList();
        var shown = names.subList(0, Math.min(NAMED, names.size()));
        return new ReadingViews.Nudge(
                number,
                material.title(),
                fresh.size(),
                shown,
                names.size() - shown.size(),
                before,
                calls(number, fresh),
                isQuiet());
    }

    /** An address of one's own makes a message of one's own; without pages all get the same. */
    private int calls(long number, List<Reader> readers) {
        boolean own = Optional.ofNullable(pages.getIfAvailable())
                .flatMap(there -> there.inPrivate(number, readers.get(0).memberId()))
                .isPresent();
        int perCall = own ? 1 : Messenger.PERSONS_PER_CALL;
        return (readers.size() + perCall - 1) / perCall;
    }

    /** Once somebody said yes: those who have read meanwhile, or were reminded by another, are left out. */
    Reply nudge(long number, Member asker) {
        checkQuota(number);
        var now = clock.instant();
        var mine = answersFor(asker);
        int count = count(
                rows.readers(number),
                reader -> !reader.hasRead()
                        && !reader.nudged()
                        && mine.test(reader)
                        && rows.nudge(number, reader.memberId(), now) == 1);
        if (count == 0) {
            throw UserMistake.of(
                    "push/nobody-to-nudge",
                    new ReadingViews.NobodyToNudge(number, material(number).title(), 0));
        }
        schedules.runNow(schedules.named(NudgePost.NAME).orElseThrow());
        audit.record(asker.staffId(), "push-nudge", "material:" + number, Outcome.ALLOWED, count + " people");
        return Reply.of("push/nudged", Map.of("number", number, "count", count, "quiet", isQuiet()));
    }

    /** What gives way to answers would be left out, and who was reminded once is not again. */
    private void checkQuota(long number) {
        if (allowance.isShort(Messenger.Channel.APP_PRIVATE)) {
            throw UserMistake.of("push/quota-short", Map.of("number", number));
        }
    }

    private Material material(long number) {
        return materials
                .find(number)
                .orElseThrow(() -> UserMistake.of("push/no-such-material", Map.of("number", number)));
    }

    /** The bureau and admins answer for everybody, others for their own unit. */
    private static Predicate<Reader> answersFor(Member asker) {
        var unit = asker.unit();
        boolean everybody = asker.is(Role.ADMIN) || (unit != null && unit.kind() == Unit.Kind.BUREAU);
        return reader -> everybody || (unit != null && Objects.equals(unit.id(), reader.unitId()));
    }

    private Set<String> name(Reader reader) {
        return roster.member(reader.memberId()).map(Member::name).map(Set::of).orElse(Set.of());
    }

    private boolean isQuiet() {
        return quietHours.include(clock.instant().atZone(Zone.SHANGHAI).toLocalTime());
    }

    private static int count(List<Reader> readers, Predicate<Reader> which) {
        return Math.toIntExact(readers.stream().filter(which).count());
    }
}
