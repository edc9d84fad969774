package ecobot.plan;

import ecobot.chat.Posts;
import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Schedules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds out which schedule is meant: by its number, or by its post when that has only one. */
@Component
class ScheduleFinder {

    private static final Pattern NUMBER =
            Pattern.compile("^#?(\\d{1,9})(?!\\d|[\\u65e5\\u53f7:\\u70b9])\\s*(.*)$", Pattern.DOTALL);

    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Posts posts;

    ScheduleFinder(Schedules schedules, ScheduleDesk desk, Posts posts) {
        this.schedules = schedules;
        this.desk = desk;
        this.posts = posts;
    }

    /** A schedule and what was said after it. */
    record Meant(Schedule schedule, String rest) {}

    /** The schedules of posts, in order of their numbers. Others belong to the machinery, and nobody plans them. */
    List<Schedule> all() {
        return schedules.all().stream()
                .filter(this::isPlanned)
                .sorted(Comparator.comparing(Schedule::id))
                .toList();
    }

    /** The schedules of one post, in order of their numbers. */
    List<Schedule> of(String post) {
        return all().stream().filter(schedule -> schedule.task().equals(post)).toList();
    }

    /** @throws UserMistake when none is meant, or one of several */
    Meant meant(String text) {
        var number = NUMBER.matcher(text.strip());
        if (number.matches()) {
            long id = Long.parseLong(number.group(1));
            return desk.find(id)
                    .filter(this::isPlanned)
                    .map(schedule -> new Meant(schedule, number.group(2).strip()))
                    .orElseThrow(() -> UserMistake.of("plan/no-such-plan", Map.of("number", Long.toString(id))));
        }
        var start = startOf(text);
        if (start.isEmpty()) {
            throw UserMistake.of("plan/which-plan", Map.of());
        }
        var own = of(start.get().kind().name());
        if (own.size() == 1) {
            return new Meant(own.get(0), start.get().rest());
        }
        throw UserMistake.of(
                "plan/several-plans",
                new Several(
                        start.get().kind().title(),
                        own.stream().map(Schedule::id).map(String::valueOf).toList()));
    }

    /**
     * The schedule that a post by hand counts as: the one of that number, or the first of that post.
     *
     * @throws UserMistake when no post is meant, or one that has no schedule at all
     */
    Meant meantToPost(String text) {
        if (NUMBER.matcher(text.strip()).matches()) {
            return meant(text);
        }
        var start = startOf(text).orElseThrow(() -> UserMistake.of("plan/which-to-post", titles()));
        return firstOf(start.kind().name())
                .map(schedule -> new Meant(schedule, start.rest()))
                .orElseThrow(() -> UserMistake.of(
                        "plan/several-plans", new Several(start.kind().title(), List.of())));
    }

    /** The post that a line begins with, if people may plan it. */
    Optional<Posts.Start> startOf(String text) {
        return posts.startOf(text).filter(start -> start.kind().planned());
    }

    /** What people may plan, by title. */
    List<String> planned() {
        return posts.all().stream()
                .filter(Posts.Kind::planned)
                .map(Posts.Kind::title)
                .toList();
    }

    /** @throws UserMistake when the member may not decide about the post of a schedule */
    void requireMay(Member member, Schedule schedule) {
        Permission.require(member, kind(schedule.task()));
    }

    Posts.Kind kind(String post) {
        return posts.named(post).orElseThrow();
    }

    private boolean isPlanned(Schedule schedule) {
        return posts.named(schedule.task()).filter(Posts.Kind::planned).isPresent();
    }

    private Titles titles() {
        var titles = planned();
        return new Titles(titles, titles.get(0));
    }

    /** @param one of them, for an example */
    record Titles(List<String> titles, String one) {}

    String titleOf(Schedule schedule) {
        return posts.named(schedule.task()).map(Posts.Kind::title).orElse(schedule.name());
    }

    /** The first one that is on, else the first. */
    private Optional<Schedule> firstOf(String post) {
        return of(post).stream()
                .min(Comparator.comparing((Schedule schedule) -> !schedule.enabled())
                        .thenComparing(Schedule::id));
    }

    /** @param numbers none when nobody planned the post */
    record Several(String title, List<String> numbers) {}
}
