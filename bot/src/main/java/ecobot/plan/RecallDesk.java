package ecobot.plan;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.Announcements;
import ecobot.chat.Posts;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.UserMistake;
import ecobot.outbox.RecallEnded;
import ecobot.outbox.Recalls;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes posts back, and tells who asked for it how that went. */
@Component
class RecallDesk {

    /** A post may have waited over a long holiday before it left, and only then can it be taken back for a day. */
    private static final Duration LOOKED_BACK = Duration.ofDays(15);

    private final Recalls recalls;
    private final ScheduleDesk desk;
    private final ScheduleFinder finder;
    private final Posts posts;
    private final Announcements announcements;
    private final Roster roster;
    private final Audit audit;
    private final Clock clock;

    RecallDesk(
            Recalls recalls,
            ScheduleDesk desk,
            ScheduleFinder finder,
            Posts posts,
            Announcements announcements,
            Roster roster,
            Audit audit,
            Clock clock) {
        this.recalls = recalls;
        this.desk = desk;
        this.finder = finder;
        this.posts = posts;
        this.announcements = announcements;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The latest post of the last day, or the latest of the post that is named.
     *
     * @throws UserMistake when there is none, or nothing of it can be taken back, or that is not for {@code by} to decide
     */
    Proposal latest(Member by, String text) {
        Optional<String> wanted = text.isEmpty()
                ? Optional.empty()
                : Optional.of(finder.meantToPost(text).schedule().task());
        var latest = desk.effectsSince(clock.instant().minus(LOOKED_BACK)).stream()
                .flatMap(effect -> proposal(effect, wanted).stream())
                .filter(Proposal::changesSomething)
                .findFirst()
                .orElseThrow(() -> UserMistake.of("plan/nothing-to-recall", Map.of()));
        requireMay(by, latest.occurrenceId());
        return latest;
    }

    private void requireMay(Member by, long occurrenceId) {
        desk.effectsSince(clock.instant().minus(LOOKED_BACK)).stream()
                .filter(effect -> effect.id() == occurrenceId)
                .findFirst()
                .flatMap(effect -> desk.find(effect.scheduleId()))
                .ifPresent(schedule -> finder.requireMay(by, schedule));
    }

    private Optional<Proposal> proposal(ScheduleDesk.Effect effect, Optional<String> wanted) {
        return desk.find(effect.scheduleId())
                .filter(schedule -> posts.named(schedule.task()).isPresent())
                .filter(schedule -> wanted.map(schedule.task()::equals).orElse(true))
                .map(schedule -> proposal(effect, schedule));
    }

    private Proposal proposal(ScheduleDesk.Effect effect, Schedule schedule) {
        var could = recalls.preview(key(effect.id()));
        return new Proposal(
                effect.id(),
                finder.titleOf(schedule),
                effect.at(),
                could.recallable(),
                could.stopped(),
                could.unable(),
                could.inDoubt());
    }

    /** The latest post of a schedule, if it was taken back; empty when it is still there, or there was none. */
    Optional<Before> takenBack(Schedule schedule) {
        return desk.effectsSince(clock.instant().minus(LOOKED_BACK)).stream()
                .filter(effect -> effect.scheduleId() == schedule.id())
                .filter(effect -> postedSomething(effect.id()))
                .findFirst()
                .flatMap(effect -> recalls.taken(key(effect.id())).map(taken -> new Before(effect.at(), taken.left())));
    }

    /** Whether an occurrence posted anything, though it may be taken back by now. */
    boolean postedSomething(long occurrenceId) {
        var key = key(occurrenceId);
        return recalls.taken(key).isPresent() || !recalls.preview(key).isNothing();
    }

    /** @throws UserMistake when nothing of it can be taken back any more, or that is not for {@code by} to decide */
    Reply recall(Member by, long occurrenceId) {
        requireMay(by, occurrenceId);
        var asked = recalls.ask(key(occurrenceId), by.staffId());
        if (asked.isNothing()) {
            throw UserMistake.of("plan/nothing-to-recall", Map.of());
        }
        audit.record(by.staffId(), "recall", "occurrence:" + occurrenceId, Outcome.ALLOWED, null);
        return Reply.of("plan/recalling", asked);
    }

    /** In the transaction that notes the end, so that it is told once. */
    @EventListener
    void on(RecallEnded ended) {
        roster.memberByStaffId(ended.staffId())
                .ifPresent(member -> announcements.tell(
                        "recall:" + ended.request(), new MemberNote(member, "plan/recalled", ended)));
    }

    private static String key(long occurrenceId) {
        return "post:" + occurrenceId;
    }

    /**
     * What is to be taken back.
     *
     * @param at when it was posted
     * @param unable how many messages stay where they are
     * @param inDoubt how many of those are at least not sent again
     */
    record Proposal(long occurrenceId, String title, Instant at, int recallable, int stopped, int unable, int inDoubt) {

        boolean changesSomething() {
            return recallable + stopped + inDoubt > 0;
        }
    }

    /**
     * A post that was taken back.
     *
     * @param at when it was posted
     * @param left how many messages of it are still there
     */
    record Before(Instant at, int left) {}
}
