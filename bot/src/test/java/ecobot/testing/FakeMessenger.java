package ecobot.testing;

import ecobot.outbox.Messenger;
import ecobot.outbox.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes down every attempt, and answers as it was told for the lane: by default it sends the un-keyed way. */
public class FakeMessenger implements Messenger {

    private static final Plan UNKEYED = new Plan(Channel.APP_GROUP, false);

    private final List<Attempted> attempts = new CopyOnWriteArrayList<>();
    private final Map<String, BiFunction<Outgoing, Attempt, Result>> answers = new ConcurrentHashMap<>();
    private final Map<String, Function<Set<Channel>, Optional<Plan>>> plans = new ConcurrentHashMap<>();
    private final Map<String, Integer> togethers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger mostInOneLane = new AtomicInteger();
    private final AtomicInteger inFlightNow = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /** One attempt that was made. */
    public record Attempted(Outgoing message, Attempt attempt) {
        public String key() {
            return message.key();
        }
    }

    @Override
    public Optional<Plan> plan(Outgoing message, Set<Channel> closed) {
        return plans.getOrDefault(message.target().lane(), shut -> Optional.of(UNKEYED))
                .apply(closed);
    }

    @Override
    public Result send(Outgoing message, Attempt attempt) {
        String lane = message.target().lane();
        AtomicInteger here = inFlight.computeIfAbsent(lane, any -> new AtomicInteger());
        mostInOneLane.accumulateAndGet(here.incrementAndGet(), Math::max);
        mostAtOnce.accumulateAndGet(inFlightNow.incrementAndGet(), Math::max);
        try {
            attempts.add(new Attempted(message, attempt));
            return answers.getOrDefault(lane, (any, which) -> sent(attempt)).apply(message, attempt);
        } finally {
            here.decrementAndGet();
            inFlightNow.decrementAndGet();
        }
    }

    /** Writes down how many were told by one call. */
    @Override
    public List<Result> sendTogether(List<Outgoing> alike, Attempt attempt) {
        alike.forEach(message -> togethers.put(message.key(), alike.size()));
        return alike.stream().map(message -> send(message, attempt)).toList();
    }

    /** How many people the call served that served this message; empty when it was sent alone. */
    public Optional<Integer> together(String key) {
        return Optional.ofNullable(togethers.get(key));
    }

    public void answers(String lane, BiFunction<Outgoing, Attempt, Result> answer) {
        answers.put(lane, answer);
    }

    public void plans(String lane, Function<Set<Channel>, Optional<Plan>> plan) {
        plans.put(lane, plan);
    }

    /** Attempts whose message's key begins so, in order. */
    public List<Attempted> attempts(String keyPrefix) {
        return attempts.stream()
                .filter(attempted -> attempted.key().startsWith(keyPrefix))
                .toList();
    }

    public int mostInOneLane() {
        return mostInOneLane.get();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public static Result sent(Attempt attempt) {
        return new Sent(attempt.plan().channel(), "platform-id");
    }
}
