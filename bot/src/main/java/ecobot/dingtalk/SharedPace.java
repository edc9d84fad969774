package ecobot.dingtalk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pace for all nodes of an app: each call takes the place that is free first, of a handful of rows in the database. A place that was taken is used, so
 * that nothing of the allowance is lost; how many nodes share it makes no difference. While the database is away each node keeps the pace for
 * itself.
 */
@Component
class SharedPace implements Pace {

    private static final Logger log = LoggerFactory.getLogger(SharedPace.class);

    private final PaceMapper rows;
    private final TransactionTemplate transaction;
    private final DingTalkAccess access;
    private final PaceRule rule;
    private final CallPace alone;
    private volatile boolean known;

    SharedPace(PaceMapper rows, TransactionTemplate transaction, DingTalkAccess access, DingTalkSettings settings) {
        this.rows = rows;
        this.transaction = transaction;
        this.access = access;
        rule = PaceRule.of(settings.callsPerSecond());
        alone = new CallPace(rule, System::nanoTime);
    }

    @Override
    public Optional<Turn> await(Duration longest) throws InterruptedException {
        long asked = System.nanoTime();
        PaceMapper.Taken taken;
        try {
            taken = take(longest).orElse(null);
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "The pace of calls is kept for this node alone: {}",
                    e.getClass().getSimpleName());
            return alone.await(longest);
        }
        if (taken == null) {
            return Optional.empty();
        }
        long earliest = asked + TimeUnit.MICROSECONDS.toNanos(taken.waitUs());
        if (taken.waitUs() > 0) {
            TimeUnit.MICROSECONDS.sleep(taken.waitUs());
        }
        return Optional.of(() -> over(taken, earliest));
    }

    /** Whoever cannot wait so long leaves the place as it was. */
    private Optional<PaceMapper.Taken> take(Duration longest) {
        if (!known) {
            IntStream.range(0, rule.places()).forEach(number -> rows.add(place(number)));
            known = true;
        }
        return transaction.execute(status -> {
            rows.take(first(), last(), rule.periodMicros());
            PaceMapper.Taken taken = rows.taken();
            if (taken.waitUs() > TimeUnit.MICROSECONDS.convert(longest)) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            return Optional.of(taken);
        });
    }

    /** @param earliest the slot by this machine's clock, or a little before it: the database is asked only when the answer may have come late */
    private void over(PaceMapper.Taken taken, long earliest) {
        if (rule.lateNanos(System.nanoTime() - earliest) == 0) {
            return;
        }
        try {
            rows.rest(first(), last(), taken.slotUs() + rule.periodMicros(), rule.restMicros());
        } catch (DataAccessException e) {
            log.warn("A place of the pace is free too early: {}", e.getClass().getSimpleName());
        }
    }

    private String first() {
        return place(0);
    }

    private String last() {
        return place(rule.places() - 1);
    }

    private String place(int number) {
        return "%s#%02d".formatted(access.clientId(), number);
    }
}
