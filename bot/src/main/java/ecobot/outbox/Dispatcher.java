package ecobot.outbox;

import ecobot.database.PassingTrouble;
import ecobot.database.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Decides which lane is served next. A few senders serve one lane each; lanes come in by a nudge after a commit, when what goes first in them has
 * waited long enough, and by looking at the oldest message and the first answer of every open lane: after a start, and for what other nodes left
 * behind. Answers go first.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int PAGE = 256;
    /** Lanes that wait for a sender; more are looked for when these are served. */
    private static final int ENOUGH = 64;

    private static final int TOO_MANY = 10_000;
    private static final int HANDFUL = 20;
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final int PHASE = 1000;

    private final OutboxMapper outbox;
    private final Sender sender;
    private final HeldPosts held;
    private final Digests digests;
    private final OutboxSettings settings;
    private final Clock machineClock;
    private final Rounds rounds;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    /** When lanes are served next whose first message has to wait. */
    private final Map<String, Instant> wakes = new ConcurrentHashMap<>();

    private final AtomicLong order = new AtomicLong();
    private volatile @Nullable ThreadPoolExecutor pool;
    private String cursor = "";

    Dispatcher(
            OutboxMapper outbox,
            Sender sender,
            HeldPosts held,
            Digests digests,
            OutboxSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.sender = sender;
        this.held = held;
        this.digests = digests;
        this.settings = settings;
        this.machineClock = machineClock;
        this.rounds = new Rounds("outbox-lanes", settings.poll(), this::round);
    }

    /** Says that a message of this lane was stored. */
    void nudge(String lane, Outgoing.Kind kind) {
        if (busy.size() < TOO_MANY) {
            serve(lane, kind);
        }
    }

    @Override
    public synchronized void start() {
        pool = new ThreadPoolExecutor(
                settings.senders(),
                settings.senders(),
                1,
                TimeUnit.MINUTES,
                new PriorityBlockingQueue<>(),
                new CustomizableThreadFactory("outbox-sender-"));
        rounds.start();
    }

    /** Lets every sender end the attempt that it is at. */
    @Override
    public synchronized void stop() {
        rounds.stop();
        ThreadPoolExecutor running = pool;
        pool = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        running.getQueue().clear();
        try {
            if (!running.awaitTermination(Messenger.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("An attempt to send is still running; its outcome will count as unknown");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        busy.clear();
        wakes.clear();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Goes once around all open lanes at most, and on from where it ended the last time. */
    private void round() {
        held.release();
        boolean wrapped = cursor.isEmpty();
        while (busy.size() < ENOUGH) {
            List<OutboxMapper.Head> page = outbox.heads(cursor, PAGE);
            Instant now = machineClock.instant();
            page.stream().filter(head -> head.isDue(now)).forEach(head -> serve(head.lane(), head.urgency(now)));
            if (page.size() == PAGE) {
                cursor = page.get(PAGE - 1).lane();
                continue;
            }
            cursor = "";
            if (wrapped) {
                return;
            }
            wrapped = true;
        }
    }

    private void serve(String lane, Outgoing.Kind kind) {
        ThreadPoolExecutor running = pool;
        if (running != null && busy.add(lane)) {
            running.execute(new Turn(lane, kind, order.incrementAndGet()));
        }
    }

    private void serve(Turn turn) {
        Rest rest = Rest.after(TROUBLE_PAUSE);
        try {
            rest = serveSome(turn.lane);
        } catch (RuntimeException e) {
            log.warn(
                    "A lane of the outbox has to wait: {}", PassingTrouble.inShort(e), PassingTrouble.is(e) ? null : e);
        } finally {
            busy.remove(turn.lane);
        }
        rounds.nudgeAfter(rest.pause());
        if (rest.waiting() != null) {
            serveAfter(rest.pause(), turn.lane, rest.waiting());
        }
    }

    private Rest serveSome(String lane) {
        for (int sent = 0; sent < HANDFUL && pool != null; sent++) {
            StoredOutgoing head = outbox.head(lane);
            if (head == null) {
                return Rest.after(Duration.ZERO);
            }
            Instant now = machineClock.instant();
            if (head.notBefore().isAfter(now)) {
                return new Rest(Duration.between(now, head.notBefore()), head.kind());
            }
            if (!held.holds(head) && !sender.attempt(digests.of(head))) {
                return Rest.after(TROUBLE_PAUSE);
            }
        }
        return Rest.after(Duration.ZERO);
    }

    /** Once, however often the lane is nudged meanwhile and has to wait. */
    private void serveAfter(Duration pause, String lane, Outgoing.Kind kind) {
        Instant at = machineClock.instant().plus(pause);
        Instant planned = wakes.get(lane);
        if (planned != null && !planned.isAfter(at)) {
            return;
        }
        wakes.put(lane, at);
        CompletableFuture.delayedExecutor(pause.toMillis() + 1, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    wakes.remove(lane, at);
                    nudge(lane, kind);
                });
    }

    /**
     * What follows a turn.
     *
     * @param pause after which to look at all lanes
     * @param waiting kind of the message that goes first in the lane and has to wait for so long; null when none has to
     */
    private record Rest(Duration pause, Outgoing.@Nullable Kind waiting) {
        static Rest after(Duration pause) {
            return new Rest(pause, null);
        }
    }

    /** A lane's turn at a sender. */
    private final class Turn implements Runnable, Comparable<Turn> {
        private final String lane;
        private final Outgoing.Kind kind;
        private final long number;

        private Turn(String lane, Outgoing.Kind kind, long number) {
            this.lane = lane;
            this.kind = kind;
            this.number = number;
        }

        @Override
        public void run() {
            serve(this);
        }

        @Override
        public int compareTo(Turn other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? Long.compare(number, other.number) : byKind;
        }
    }
}
