package ecobot.dingtalk;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pace for all nodes of an app: each call takes the next slot of a row in the database. A slot that was taken is used, so that nothing of the
 * allowance is lost; how many nodes share it makes no difference. While the database is away each node keeps the pace for itself.
 */
@Component
class SharedPace implements Pace {

    private static final Logger log = LoggerFactory.getLogger(SharedPace.class);

    private final PaceMapper rows;
    private final TransactionTemplate transaction;
    private final DingTalkAccess access;
    private final CallPace alone;
    private final long stepUs;
    private volatile boolean known;

    SharedPace(PaceMapper rows, TransactionTemplate transaction, DingTalkAccess access, DingTalkSettings settings) {
        this.rows = rows;
        this.transaction = transaction;
        this.access = access;
        alone = new CallPace(settings.callsPerSecond(), System::nanoTime);
        stepUs = TimeUnit.SECONDS.toMicros(1) / settings.callsPerSecond();
    }

    @Override
    public void await() throws InterruptedException {
        long wait;
        try {
            wait = take();
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "The pace of calls is kept for this node alone: {}",
                    e.getClass().getSimpleName());
            alone.await();
            return;
        }
        if (wait > 0) {
            TimeUnit.MICROSECONDS.sleep(wait);
        }
    }

    private long take() {
        if (!known) {
            rows.add(access.clientId());
            known = true;
        }
        Long wait = transaction.execute(status -> {
            rows.take(access.clientId(), stepUs);
            return rows.waitUs();
        });
        return wait == null ? 0 : wait;
    }
}
