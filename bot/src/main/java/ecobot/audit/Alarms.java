package ecobot.audit;

import java.time.Instant;
import java.util.List;

/**
 * What an operator has to look at. An alarm is one row per code: raising it again counts, clearing it ends it. Shown by
 * {@code /诊断}, by the health endpoint and as the metric {@code ecobot_alarm}. Joins no transaction of the caller: an alarm
 * outlives a rollback.
 */
public interface Alarms {

    /**
     * Raises the alarm or counts it once more.
     *
     * @param code a stable kebab-case word, such as {@code quota-exhausted}
     * @param detail short, without personal data or secrets
     */
    void raise(String code, String detail);

    /** Ends the alarm; does nothing when it is not raised. */
    void clear(String code);

    /** The alarms that are raised now, oldest first. */
    List<Alarm> raised();

    /**
     * One raised alarm.
     *
     * @param since when it was raised first
     * @param lastAt when it was raised last
     * @param times how often
     */
    record Alarm(String code, String detail, Instant since, Instant lastAt, int times) {}
}
