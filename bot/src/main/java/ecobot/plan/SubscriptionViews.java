package ecobot.plan;

import ecobot.chat.Posts;
import ecobot.chat.Posts.Kind;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.roster.Group;
import ecobot.roster.GroupChoices;
import ecobot.roster.GroupChoices.Subscription;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of subscriptions. */
@Component
class SubscriptionViews {

    private final GroupChoices choices;
    private final Posts posts;
    private final Schedules schedules;
    private final Roster roster;
    private final Clock clock;
    private final FilterWords words;

    SubscriptionViews(
            GroupChoices choices, Posts posts, Schedules schedules, Roster roster, Clock clock, Templates templates) {
        this.choices = choices;
        this.posts = posts;
        this.schedules = schedules;
        this.roster = roster;
        this.clock = clock;
        this.words = templates.words("plan/filter-words", FilterWords.class);
    }

    /** What the group gets, and what else there is. */
    Reply of(Group group, boolean mayChange) {
        Map<String, Subscription> own =
                choices.of(group.id()).stream().collect(Collectors.toMap(Subscription::post, Function.identity()));
        var has = forGroups()
                .flatMap(kind -> Optional.ofNullable(own.get(kind.name())).map(chosen -> one(kind, chosen)).stream())
                .toList();
        var others = forGroups()
                .filter(kind -> !own.containsKey(kind.name()))
                .map(kind -> one(kind, new Subscription(kind.name())))
                .toList();
        return Reply.of("plan/subscriptions", new GroupView(group.title(), has, others, mayChange));
    }

    /** In private: each post with how many groups get it. */
    Reply ofAllGroups() {
        var all = forGroups()
                .map(kind -> new Spread(
                        kind.title(),
                        kind.about(),
                        roster.subscribersOf(kind.name()).size()))
                .toList();
        return Reply.of("plan/subscriptions-of-all", Map.of("posts", all));
    }

    Choice choice(String typed) {
        var titles = forGroups().map(Kind::title).toList();
        return new Choice(typed, String.join(words.separator(), titles), titles.get(0));
    }

    One one(Kind kind, Subscription subscription) {
        var units = subscription.unitIds().stream()
                .flatMap(id -> roster.unit(id).stream())
                .map(Unit::name)
                .collect(Collectors.joining(words.separator()));
        var kinds = kind.kinds().stream()
                .filter(chosen -> subscription.kinds().contains(chosen.name()))
                .map(Posts.IssueKind::title)
                .collect(Collectors.joining(words.separator()));
        return new One(
                kind.title(), kind.about(), units, kinds, nextOf(kind.name()).orElse(null));
    }

    private Stream<Kind> forGroups() {
        return posts.all().stream().filter(Kind::forGroups);
    }

    private Optional<Instant> nextOf(String post) {
        Instant now = clock.instant();
        return schedules.all().stream()
                .filter(schedule -> schedule.task().equals(post))
                .flatMap(schedule -> next(schedule, now).stream())
                .min(Comparator.naturalOrder());
    }

    /** A row that an operator spoiled says nothing here; it is told elsewhere. */
    private Optional<Instant> next(Schedule schedule, Instant now) {
        try {
            return schedules.nextAfter(schedule, now);
        } catch (IllegalArgumentException flawed) {
            return Optional.empty();
        }
    }

    record GroupView(String group, List<One> has, List<One> others, boolean mayChange) {}

    /**
     * One subscription, or one that could be.
     *
     * @param units that it is narrowed to, written out; empty for all
     * @param kinds of issue that it is narrowed to, written out; empty for all
     * @param next when it comes next; null when nobody planned it
     */
    record One(
            String title,
            String about,
            String units,
            String kinds,
            @Nullable Instant next) {}

    record Spread(String title, String about, int groups) {}

    record Choice(String typed, String all, String one) {}
}
