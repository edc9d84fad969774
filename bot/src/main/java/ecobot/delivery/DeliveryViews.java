package ecobot.delivery;

import ecobot.chat.Templates;
import ecobot.outbox.Deliveries.Delivery;
import ecobot.outbox.Deliveries.Outcome;
import ecobot.outbox.Deliveries.State;
import ecobot.outbox.Deliveries.Summary;
import ecobot.outbox.Deliveries.Target;
import ecobot.outbox.Targets.Stopped;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts as people read them: names for ids, sentences for reasons. */
@Component
class DeliveryViews {

    private static final int LISTED = 20;
    /** What follows it in a title are figures of one group. */
    private static final String FIGURES = "\uff5c";

    private static final String COMMA = "\u3001";

    private final Roster roster;
    private final Templates templates;

    DeliveryViews(Roster roster, Templates templates) {
        this.roster = roster;
        this.templates = templates;
    }

    Latest latest(List<Summary> posts) {
        return new Latest(posts.size(), posts.stream().map(DeliveryViews::line).toList());
    }

    private static Line line(Summary post) {
        return new Line(
                post.number(),
                title(post.title()),
                post.storedAt(),
                post.targets(),
                post.targets() == post.sent(),
                post.recalled(),
                post.sent(),
                post.waiting(),
                post.failed(),
                post.unknown());
    }

    private static String title(String stored) {
        return stored.split(FIGURES, 2)[0];
    }

    String groupName(String conversationId) {
        return name(new Target(true, conversationId));
    }

    StoppedView stopped(Stopped target, int failed) {
        return new StoppedView(
                groupName(target.conversationId()), words().sentence(target.reason()), target.at(), failed);
    }

    StoppedList stopped(List<Stopped> targets) {
        return new StoppedList(
                targets.size(),
                targets.stream().map(target -> stopped(target, 0)).toList());
    }

    String name(Target target) {
        return target.group()
                ? roster.groupByConversation(target.id()).map(Group::title).orElseGet(() -> words().unlistedGroup())
                : roster.memberByStaffId(target.id()).map(Member::name).orElseGet(() -> words().unlistedPerson());
    }

    private DeliveryWords words() {
        return templates.words("delivery/words", DeliveryWords.class);
    }

    Result of(Delivery delivery) {
        var all = delivery.outcomes();
        return new Result(
                delivery.number(),
                title(delivery.title()),
                delivery.storedAt(),
                all.size(),
                part(all, State.RECALLED),
                part(all, State.FAILED),
                part(all, State.UNKNOWN),
                all.stream().anyMatch(outcome -> outcome.state() == State.UNKNOWN && outcome.resendable()),
                part(all, State.WAITING),
                part(all, State.SENT));
    }

    private Part part(List<Outcome> all, State state) {
        var outcomes = all.stream().filter(outcome -> outcome.state() == state).toList();
        return new Part(outcomes.size(), items(outcomes));
    }

    /** What goes for several targets is said once. */
    private List<Item> items(List<Outcome> outcomes) {
        var alike = outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> new Item("", minute(outcome.until()), sentence(outcome)),
                        LinkedHashMap::new,
                        Collectors.mapping(outcome -> name(outcome.target()), Collectors.toList())));
        return alike.entrySet().stream()
                .map(entry -> new Item(
                        list(entry.getValue()),
                        entry.getKey().until(),
                        entry.getKey().reason()))
                .toList();
    }

    private String list(List<String> names) {
        var listed = names.stream().limit(LISTED).collect(Collectors.joining(COMMA));
        return names.size() <= LISTED
                ? listed
                : words().andMore().replace("{names}", listed).replace("{n}", Integer.toString(names.size()));
    }

    private static @Nullable Instant minute(@Nullable Instant until) {
        return until == null ? null : until.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    }

    private @Nullable String sentence(Outcome outcome) {
        var reason = outcome.held() ? "held" : outcome.reason();
        return reason == null || outcome.state() == State.SENT ? null : words().sentence(reason);
    }

    Resent resent(Delivery after, Collection<Target> targets, boolean repeated) {
        var mine = after.outcomes().stream()
                .filter(outcome -> targets.contains(outcome.target()))
                .toList();
        return new Resent(after.number(), title(after.title()), repeated, mine.size(), items(mine));
    }

    None none(Delivery delivery, State asked) {
        long failed = count(delivery, State.FAILED);
        long repeatable = delivery.outcomes().stream()
                .filter(outcome -> outcome.state() == State.UNKNOWN)
                .filter(Outcome::resendable)
                .count();
        return new None(
                delivery.number(),
                asked == State.FAILED,
                failed,
                repeatable,
                count(delivery, State.UNKNOWN) - repeatable,
                count(delivery, State.WAITING),
                count(delivery, State.RECALLED));
    }

    private static long count(Delivery delivery, State state) {
        return delivery.outcomes().stream()
                .filter(outcome -> outcome.state() == state)
                .count();
    }

    /** The latest posts. */
    record Latest(int count, List<Line> posts) {}

    /** A post in a line. */
    record Line(
            long number,
            String title,
            Instant storedAt,
            int targets,
            boolean all,
            int recalled,
            int sent,
            int waiting,
            int failed,
            int unknown) {
        boolean takenBack() {
            return recalled == targets;
        }
    }

    /**
     * A post with its targets by state.
     *
     * @param repeatable whether any of what is unknown may be sent again
     */
    record Result(
            long number,
            String title,
            Instant storedAt,
            int count,
            Part recalled,
            Part failed,
            Part unknown,
            boolean repeatable,
            Part waiting,
            Part sent) {
        boolean all() {
            return sent.count() == count;
        }

        boolean takenBack() {
            return recalled.count() == count;
        }
    }

    /** The targets that are in one state. */
    record Part(int count, List<Item> items) {}

    /**
     * Targets of which the same is to be said.
     *
     * @param names of theirs, in a row
     * @param until when it is tried next; null when it is at it, or final
     * @param reason a sentence; null when nothing went wrong
     */
    record Item(
            String names, @Nullable Instant until, @Nullable String reason) {}

    /** @param repeated whether the messages say that they may be repeats */
    record Resent(long number, String title, boolean repeated, int count, List<Item> items) {}

    /** @param failed how many messages failed with it */
    record StoppedView(String name, String reason, Instant at, int failed) {}

    /** What is stopped. */
    record StoppedList(int count, List<StoppedView> groups) {}

    /**
     * There is nothing to decide.
     *
     * @param unknown may be sent again
     * @param inDoubt unknown too, but taken back
     */
    record None(
            long number, boolean askedFailed, long failed, long unknown, long inDoubt, long waiting, long recalled) {}
}
