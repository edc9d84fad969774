package ecobot.scheduler;

import ecobot.calendar.Zone;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** A Quartz cron expression, read in Asia/Shanghai whatever the host's zone is. */
final class Cron {

    private final CronExpression expression;

    private Cron(CronExpression expression) {
        this.expression = expression;
        expression.setTimeZone(TimeZone.getTimeZone(Zone.SHANGHAI));
    }

    /** @throws IllegalArgumentException when {@code text} is no Quartz cron expression */
    static Cron of(String text) {
        try {
            return new Cron(new CronExpression(text));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a cron expression: " + text + " (" + e.getMessage() + ")", e);
        }
    }

    /** The first time after {@code after}, to the second; empty when there is none any more. */
    Optional<Instant> nextAfter(Instant after) {
        return Optional.ofNullable(expression.getTimeAfter(Date.from(after))).map(Date::toInstant);
    }
}
