package ecobot.ranking;

import ecobot.audit.Audit;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Schedules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The post by hand. What a preview shows is what is posted next: the week that has ended, as long as it was not posted with these figures; after
 * that, this week as it stands.
 */
@Component
class Publication {

    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final PostedAlready already;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Roster roster;
    private final Media media;
    private final Audit audit;

    Publication(
            LeagueTables tables,
            Snapshots snapshots,
            PostedAlready already,
            Schedules schedules,
            ScheduleDesk desk,
            Roster roster,
            Media media,
            Audit audit) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.already = already;
        this.schedules = schedules;
        this.desk = desk;
        this.roster = roster;
        this.media = media;
        this.audit = audit;
    }

    /**
     * What is posted next, for the eyes of the asker. Reads like the table that it holds, so that both share a template's rows.
     *
     * @param pending whether the table is that of a week that is over and could be posted now
     * @param again whether it was posted and taken back
     * @param next when it is posted by itself; null when the schedule is switched off or deleted
     */
    record Preview(
            TableView table,
            boolean pending,
            boolean again,
            @Nullable Instant next) implements TableRows {}

    Reply preview(Instant now) {
        var ended = tables.of(Period.weekEndedBefore(now), now);
        var posted = already.same(ended);
        boolean again = posted.filter(already::isTakenBack).isPresent();
        boolean pending = posted.isEmpty() || again;
        var table = pending ? ended : tables.of(Period.weekOf(now), now);
        int version = pending ? posted.map(Snapshot::version).orElseGet(() -> next(ended)) : 0;
        var view = Extract.of(table, TableView.of(table, version, tables.words()), List.of(), tables.words());
        var picture = media.keep(LeagueTablePicture.draw(view).png(), "image/png");
        return Reply.of("ranking/preview", new Preview(view, pending, again, nextPost(now)))
                .inPrivate()
                .with(new Reply.PictureAttachment(picture));
    }

    /**
     * Posts the week that has ended to all groups that subscribe. Who does so at the same time, or is due by plan, waits for the other, and finds it
     * posted.
     *
     * @throws UserMistake when {@code by} is no manager of the bureau, when nobody subscribes, when the same figures were posted before and not taken back, or when
     *     the post has no schedule
     */
    Reply publish(Member by, Instant now) {
        if (!by.isManagerOfBureau()) {
            throw UserMistake.of("ranking/publish-not-allowed", Map.of());
        }
        int groups = roster.subscribersOf(LeagueTablePost.NAME).size();
        if (groups == 0) {
            throw UserMistake.of("ranking/publish-nobody", Map.of());
        }
        var schedule = schedule();
        schedule.ifPresent(desk::lock);
        var ended = tables.of(Period.weekEndedBefore(now), now);
        var posted = already.same(ended);
        boolean again = posted.filter(already::isTakenBack).isPresent();
        if (posted.isPresent() && !again) {
            throw UserMistake.of("ranking/already-posted", already(posted.get()));
        }
        var occurrence =
                schedules.runNow(schedule.orElseThrow(() -> UserMistake.of("ranking/publish-no-plan", Map.of())));
        audit.record(by.staffId(), "rank-publish", "occurrence:" + occurrence.id(), Audit.Outcome.ALLOWED, null);
        var view =
                snapshots.ofOccurrence(occurrence.id()).orElseThrow().content().view();
        return Reply.of(
                "ranking/published",
                Map.of("period", view.period(), "edition", view.edition(), "groups", groups, "again", again));
    }

    private static Map<String, Object> already(Snapshot posted) {
        return Map.of("period", posted.content().view().period(), "at", posted.postedAt());
    }

    private int next(LeagueTable table) {
        return 1 + snapshots.latest(table.period()).map(Snapshot::version).orElse(0);
    }

    private @Nullable Instant nextPost(Instant now) {
        return schedule().flatMap(planned -> schedules.nextAfter(planned, now)).orElse(null);
    }

    /** Empty when people have deleted it. */
    private Optional<Schedule> schedule() {
        return schedules.all().stream()
                .filter(schedule -> schedule.task().equals(LeagueTablePost.NAME))
                .findFirst();
    }
}
