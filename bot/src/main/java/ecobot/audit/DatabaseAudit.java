package ecobot.audit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DatabaseAudit implements Audit {

    private static final int DETAIL_LENGTH = 400;

    private final AuditMapper rows;
    private final Clock clock;

    DatabaseAudit(AuditMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void record(
            @Nullable String staffId,
            String action,
            @Nullable String subject,
            Outcome outcome,
            @Nullable String detail) {
        rows.add(clock.instant(), staffId, action, subject, outcome, detail == null ? null : cut(detail));
    }

    static String cut(String detail) {
        return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH - 1) + "…";
    }
}
