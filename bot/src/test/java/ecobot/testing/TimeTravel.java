package ecobot.testing;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the clock as if the application had been made at that time: no schedule has missed anything on the way. */
public class TimeTravel {

    private final SettableClock clock;
    private final JdbcClient sql;

    TimeTravel(SettableClock clock, JdbcClient sql) {
        this.clock = clock;
        this.sql = sql;
    }

    /** @param local such as {@code 2026-11-04T10:00}, Asia/Shanghai */
    public void to(String local) {
        to(LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant());
    }

    public void to(Instant now) {
        sql.sql("update schedule set rule_seen_at = ?")
                .param(LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
                .update();
        clock.set(now);
    }

    /** To the machine's time. */
    public void back() {
        to(Clock.systemUTC().instant());
    }
}
