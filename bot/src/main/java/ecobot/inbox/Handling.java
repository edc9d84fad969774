package ecobot.inbox;

import ecobot.database.PassingTrouble;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles one message and marks it in the same transaction; tries again after a failure, and gives up after three. */
@Component
class Handling {

    private static final Logger log = LoggerFactory.getLogger(Handling.class);
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(100), Duration.ofMillis(400));
    private static final Duration TROUBLE_PAUSE = Duration.ofMillis(200);

    private final InboxMapper inbox;
    private final InboxHandler handler;
    private final Clock machineClock;
    private final TransactionTemplate transaction;
    private final Counter handled;
    private final Counter givenUp;

    Handling(
            InboxMapper inbox,
            InboxHandler handler,
            @Qualifier("machineClock") Clock machineClock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.handler = handler;
        this.machineClock = machineClock;
        this.transaction = new TransactionTemplate(transactions);
        this.handled = meters.counter("ecobot.inbox.handled");
        this.givenUp = meters.counter("ecobot.inbox.given.up");
    }

    /** Answers how long to wait before the same message is tried again: zero when it is done with. */
    Duration handle(StoredMessage message) {
        try {
            transaction.executeWithoutResult(status -> handleAndMark(message));
            handled.increment();
            return Duration.ZERO;
        } catch (AlreadyHandled e) {
            log.info("Message {} was handled by another node meanwhile", message.id());
            return Duration.ZERO;
        } catch (RuntimeException | Error e) {
            if (PassingTrouble.is(e)) {
                log.warn("Message {} is tried again: {}", message.id(), PassingTrouble.inShort(e));
                return TROUBLE_PAUSE;
            }
            return failed(message, e);
        }
    }

    private void handleAndMark(StoredMessage message) {
        handler.handle(message.item());
        if (inbox.done(message.id(), machineClock.instant()) == 0) {
            throw new AlreadyHandled();
        }
    }

    private Duration failed(StoredMessage message, Throwable failure) {
        if (message.attempts() < PAUSES.size()) {
            log.warn("Message {} failed and is tried again: {}", message.id(), failure.toString());
            inbox.failedOnce(message.id());
            return PAUSES.get(message.attempts());
        }
        giveUp(message, failure);
        return Duration.ZERO;
    }

    private void giveUp(StoredMessage message, Throwable failure) {
        String errorCode = ErrorCode.next();
        log.error("{}: message {} is given up", errorCode, message.id(), failure);
        try {
            transaction.executeWithoutResult(status -> {
                if (markFailed(message, errorCode)) {
                    handler.givenUp(message.item(), errorCode);
                }
            });
        } catch (RuntimeException e) {
            if (PassingTrouble.is(e)) {
                throw e;
            }
            log.error("{}: and its sender could not be told", errorCode, e);
            markFailed(message, errorCode);
        }
        givenUp.increment();
    }

    private boolean markFailed(StoredMessage message, String errorCode) {
        return inbox.failed(message.id(), errorCode, machineClock.instant()) == 1;
    }

    /** Rolls back what this node did for a message that another one has handled. */
    private static final class AlreadyHandled extends RuntimeException {}
}
