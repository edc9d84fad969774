package ecobot.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import ecobot.database.AfterCommit;
import ecobot.outbox.DeliveryMapper.CountRow;
import ecobot.outbox.DeliveryMapper.FinalRow;
import ecobot.outbox.DeliveryMapper.MessageRow;
import ecobot.outbox.DeliveryMapper.PostRow;
import ecobot.outbox.DeliveryMapper.Verdict;
import ecobot.outbox.StoredOutgoing.TargetType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredDeliveries implements Deliveries {

    private final DeliveryMapper rows;
    private final Burden burden;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final Clock machineClock;

    StoredDeliveries(
            DeliveryMapper rows,
            Burden burden,
            Dispatcher dispatcher,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.rows = rows;
        this.burden = burden;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @Override
    public List<Summary> latest(Scope scope, int limit) {
        List<String> lanes = scope.conversationIds();
        if (lanes != null && lanes.isEmpty()) {
            return List.of();
        }
        List<PostRow> posts = rows.latest(lanes, limit);
        if (posts.isEmpty()) {
            return List.of();
        }
        Map<Long, CountRow> counts = rows.counts(posts.stream().map(PostRow::id).toList(), lanes).stream()
                .collect(toMap(CountRow::postId, row -> row));
        return posts.stream()
                .flatMap(post -> Optional.ofNullable(counts.get(post.id())).map(count -> summary(post, count)).stream())
                .toList();
    }

    private static Summary summary(PostRow post, CountRow count) {
        return new Summary(
                post.id(),
                post.title(),
                post.storedAt(),
                count.targets(),
                count.recalled(),
                count.sent(),
                count.waiting(),
                count.failed(),
                count.unknown());
    }

    @Override
    public Optional<Delivery> find(long number, Scope scope) {
        PostRow post = rows.post(number);
        if (post == null) {
            return Optional.empty();
        }
        Map<Target, List<MessageRow>> byTarget = rows.messages(number).stream()
                .collect(groupingBy(
                        row -> target(row.target(), row.targetId()),
                        LinkedHashMap::new,
                        java.util.stream.Collectors.toList()));
        List<Outcome> outcomes = byTarget.entrySet().stream()
                .filter(entry -> sees(scope, entry.getKey()))
                .map(entry -> outcome(entry.getKey(), entry.getValue()))
                .toList();
        return outcomes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Delivery(post.id(), post.title(), post.storedAt(), outcomes));
    }

    private static boolean sees(Scope scope, Target target) {
        List<String> lanes = scope.conversationIds();
        return lanes == null || (target.group() && lanes.contains(target.id()));
    }

    private static Target target(TargetType type, String id) {
        return new Target(type == TargetType.GROUP, id);
    }

    /** The worst message speaks for the target; of those that wait, the first. */
    private Outcome outcome(Target target, List<MessageRow> messages) {
        MessageRow worst = messages.stream()
                .max(Comparator.<MessageRow, State>comparing(StoredDeliveries::state)
                        .thenComparing(MessageRow::id, Comparator.reverseOrder()))
                .orElseThrow();
        State state = state(worst);
        Instant held = worst.heldUntil();
        Instant until = state != State.WAITING ? null : held != null ? held : tried(worst);
        return new Outcome(
                target, state, until, held != null, worst.state() == StoredOutgoing.State.SENT ? null : worst.reason());
    }

    private @Nullable Instant tried(MessageRow row) {
        Duration wait = Duration.between(machineClock.instant(), row.notBefore());
        boolean now = row.state() == StoredOutgoing.State.SENDING || wait.isNegative();
        return now ? null : clock.instant().plus(wait);
    }

    private static State state(MessageRow row) {
        return switch (row.state()) {
            case SENT -> row.takenBack() ? State.RECALLED : State.SENT;
            case FAILED -> RecallMapper.STOPPED.equals(row.reason()) ? State.RECALLED : State.FAILED;
            case UNKNOWN -> State.UNKNOWN;
            case QUEUED, SENDING, RETRY, MERGED -> State.WAITING;
        };
    }

    @Override
    @Transactional
    public int resend(long number, State state, Collection<Target> targets, String staffId) {
        List<FinalRow> messages = lock(number, state, targets).stream()
                .filter(row -> !RecallMapper.IN_DOUBT.equals(row.reason()))
                .toList();
        messages.forEach(row -> resend(row, staffId));
        return messages.size();
    }

    @Override
    @Transactional
    public int arrived(long number, Collection<Target> targets, String staffId) {
        List<FinalRow> messages = lock(number, State.UNKNOWN, targets);
        messages.forEach(row -> {
            rows.addVerdict(row, Verdict.ARRIVED, staffId, clock.instant());
            rows.settle(row.id(), machineClock.instant());
        });
        return messages.size();
    }

    private List<FinalRow> lock(long number, State state, Collection<Target> targets) {
        Set<Target> wanted = Set.copyOf(targets);
        return rows.lockFinal(number, StoredOutgoing.State.valueOf(state.name())).stream()
                .filter(row -> wanted.contains(target(row.target(), row.targetId())))
                .toList();
    }

    private void resend(FinalRow row, String staffId) {
        rows.addVerdict(row, Verdict.RESEND, staffId, clock.instant());
        Optional<Instant> held =
                burden.heldUntil(row.kind(), row.target() == TargetType.GROUP, row.lane(), row.messageKey());
        rows.reopen(
                row.id(),
                held.isPresent() ? null : row.lane(),
                held.orElse(null),
                machineClock.instant(),
                row.state() == StoredOutgoing.State.UNKNOWN);
        if (held.isEmpty()) {
            AfterCommit.run(() -> dispatcher.nudge(row.lane(), row.kind()));
        }
    }
}
