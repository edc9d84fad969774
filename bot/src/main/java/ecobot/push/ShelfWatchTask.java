package ecobot.push;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Announcements;
import ecobot.chat.Posts;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduledTask;
import ecobot.scheduler.Schedules;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells the trainers when a shelf is empty or nearly so, two working days before the next run that would need it: once for each state of the shelf, not at
 * every run.
 */
@Component
class ShelfWatchTask implements ScheduledTask {

    private final List<StandingPost> posts;
    private final Shelf shelf;
    private final Materials materials;
    private final Schedules schedules;
    private final Posts words;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final Announcements announcements;
    private final Templates templates;

    ShelfWatchTask(
            List<StandingPost> posts,
            Shelf shelf,
            Materials materials,
            Schedules schedules,
            Posts words,
            Roster roster,
            WorkCalendar calendar,
            Announcements announcements,
            Templates templates) {
        this.posts = posts;
        this.shelf = shelf;
        this.materials = materials;
        this.schedules = schedules;
        this.words = words;
        this.roster = roster;
        this.calendar = calendar;
        this.announcements = announcements;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "shelf-watch";
    }

    @Override
    public void run(Occurrence occurrence) {
        for (var schedule : schedules.all()) {
            posts.stream()
                    .filter(post -> schedule.enabled() && post.name().equals(schedule.task()))
                    .forEach(post -> look(post, schedule, occurrence.plannedAt()));
        }
    }

    private void look(StandingPost post, Schedule schedule, Instant now) {
        var watch = templates.words(PushWords.FILE, PushWords.class).shelf();
        var lastDay = calendar.plusWorkingDays(now.atZone(Zone.SHANGHAI).toLocalDate(), watch.workingDaysBefore());
        var next = schedules
                .nextAfter(schedule, now)
                .filter(at -> !at.atZone(Zone.SHANGHAI).toLocalDate().isAfter(lastDay));
        var groups = shelf.subscribers(post.name());
        if (next.isEmpty() || groups.isEmpty()) {
            return;
        }
        int left = groups.stream()
                .mapToInt(group -> shelf.notHad(post.category(), group).size())
                .min()
                .orElse(0);
        if (left <= watch.low()) {
            tell(post, next.get(), left);
        }
    }

    private void tell(StandingPost post, Instant next, int left) {
        var title = words.named(post.name()).map(Posts.Kind::title).orElse(post.name());
        long newest = materials.published(post.category()).stream()
                .mapToLong(Material::id)
                .max()
                .orElse(0);
        for (var trainer : roster.membersWith(Role.TRAINER)) {
            announcements.tell(
                    "shelf:" + post.name() + ":" + newest + ":" + left + ":member:" + trainer.id(),
                    new MemberNote(trainer, "push/shelf-low", new Low(title, next, left)));
        }
    }

    /** @param left how many the group that has had the most has not had */
    record Low(String title, Instant next, int left) {}
}
