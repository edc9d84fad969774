package ecobot.audit;

import org.jspecify.annotations.Nullable;

/** The append-only record of what people did or were refused. Written in the caller's transaction. */
public interface Audit {

    /** How an action ended. */
    enum Outcome {
        ALLOWED,
        DENIED,
        FAILED
    }

    /**
     * Adds one line.
     *
     * @param staffId the platform's id of who acted; null for the system itself
     * @param action a stable word, such as the command's name
     * @param subject what it was done to, such as {@code issue:12}; null when nothing in particular
     * @param detail short, without personal data or secrets; may be null
     */
    void record(
            @Nullable String staffId,
            String action,
            @Nullable String subject,
            Outcome outcome,
            @Nullable String detail);
}
