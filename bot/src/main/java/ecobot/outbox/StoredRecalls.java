package ecobot.outbox;

import ecobot.database.AfterCommit;
import ecobot.database.InRounds;
import ecobot.database.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what is to be taken back, and asks the platform until it has answered for each message or it makes no sense any more. */
@Component
class StoredRecalls implements Recalls, InRounds {

    private static final Logger log = LoggerFactory.getLogger(StoredRecalls.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** The platform's. */
    private static final Duration RECALLABLE = Duration.ofHours(24);

    private static final int AT_A_TIME = 200;
    /** With the pauses in between, far longer than a throttled platform needs. */
    private static final int MOST_ATTEMPTS = 10;

    private final RecallMapper rows;
    private final Recaller recaller;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock machineClock;
    private final Rounds rounds = new Rounds("outbox-recalls", POLL, this::round);

    StoredRecalls(
            RecallMapper rows,
            Recaller recaller,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Qualifier("machineClock") Clock machineClock) {
        this.rows = rows;
        this.recaller = recaller;
        this.events = events;
        this.transaction = transaction;
        this.machineClock = machineClock;
    }

    @Override
    public Asked preview(String post) {
        return rows.preview(post, since(machineClock.instant()));
    }

    /** First what has not left: what leaves in the same moment is then among what was sent, or counts as out of reach. */
    @Override
    public Asked ask(String post, String staffId) {
        Instant now = machineClock.instant();
        int stopped = rows.stop(post, now);
        int inDoubt = rows.giveUp(post, now);
        int unable = rows.preview(post, since(now)).unable();
        rows.addRequest(post, staffId, now, stopped, unable);
        int recallable = rows.addItems(rows.lastId(), post, now, since(now));
        AfterCommit.run(rounds::nudge);
        return new Asked(recallable, stopped, unable, inDoubt);
    }

    @Override
    public Optional<Taken> taken(String post) {
        return rows.taken(post);
    }

    private static Instant since(Instant now) {
        return now.minus(RECALLABLE);
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void round() {
        List<RecallMapper.Item> due = rows.due(machineClock.instant(), AT_A_TIME);
        Map<String, List<RecallMapper.Item>> byTarget = due.stream()
                .filter(this::claimed)
                .collect(Collectors.groupingBy(
                        item -> item.inGroup() + ":" + item.targetId(), LinkedHashMap::new, Collectors.toList()));
        byTarget.values().forEach(this::recall);
        rows.finished().forEach(this::finish);
        if (due.size() == AT_A_TIME) {
            rounds.nudge();
        }
    }

    private boolean claimed(RecallMapper.Item item) {
        return rows.claim(item.id(), item.attempts(), machineClock.instant().plus(LEASE)) == 1;
    }

    private void recall(List<RecallMapper.Item> items) {
        for (int from = 0; from < items.size(); from += Recaller.MOST) {
            call(new ArrayList<>(items.subList(from, Math.min(items.size(), from + Recaller.MOST))));
        }
    }

    private void call(List<RecallMapper.Item> items) {
        var first = items.get(0);
        var ids = items.stream().map(RecallMapper.Item::platformId).toList();
        Recaller.Answer answer = recaller.recall(first.inGroup(), first.targetId(), ids);
        if (answer instanceof Recaller.Answered answered) {
            items.forEach(item -> end(item, answered.refused().get(item.platformId())));
        } else {
            items.forEach(item -> again(item, (Recaller.Later) answer));
        }
    }

    private void end(RecallMapper.Item item, @Nullable String refused) {
        rows.end(item.id(), refused == null ? "DONE" : "REFUSED", refused);
        if (refused != null) {
            log.warn("A message of recall {} stays where it is: {}", item.requestId(), refused);
        }
    }

    private void again(RecallMapper.Item item, Recaller.Later later) {
        if (item.attempts() + 1 >= MOST_ATTEMPTS) {
            end(item, later.reason());
            return;
        }
        rows.later(item.id(), machineClock.instant().plus(later.delay()), later.reason());
        rounds.nudgeAfter(later.delay());
    }

    private void finish(RecallMapper.Finished over) {
        transaction.executeWithoutResult(status -> {
            if (rows.endRequest(over.id(), machineClock.instant()) == 1) {
                events.publishEvent(new RecallEnded(
                        over.id(), over.staffId(), over.recalled(), over.stopped(), over.refused() + over.unable()));
            }
        });
    }
}
