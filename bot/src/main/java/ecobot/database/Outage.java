package ecobot.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the database is away when that begins, once a minute as long as it lasts, and when it is over: not at every try. One thread's. */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);

    private final String who;
    private int tries;
    private long since;
    private long said;

    Outage(String who) {
        this.who = who;
    }

    void goesOn(Throwable trouble) {
        long now = System.nanoTime();
        if (tries++ == 0) {
            since = now;
            say(now, "{} has to wait for the database: {}", who, PassingTrouble.inShort(trouble));
        } else if (now - said >= SAID_EVERY.toNanos()) {
            say(
                    now,
                    "{} still waits for the database after {} s and {} tries: {}",
                    who,
                    seconds(now),
                    tries,
                    PassingTrouble.inShort(trouble));
        }
    }

    void over() {
        if (tries > 1) {
            log.info("{} goes on after {} s without the database", who, seconds(System.nanoTime()));
        }
        tries = 0;
    }

    private void say(long now, String pattern, Object... values) {
        said = now;
        log.warn(pattern, values);
    }

    private long seconds(long now) {
        return Duration.ofNanos(now - since).toSeconds();
    }
}
