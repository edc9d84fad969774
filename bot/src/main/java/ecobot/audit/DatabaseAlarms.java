package ecobot.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Alarms as rows, so that every node and every restart knows them. Raising one must not fail where the database is what is broken: then the log alone
 * has it.
 */
@Component("alarms")
class DatabaseAlarms extends AbstractHealthIndicator implements Alarms {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAlarms.class);

    private final AuditMapper rows;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    DatabaseAlarms(AuditMapper rows, Clock clock, PlatformTransactionManager transactions, MeterRegistry meters) {
        super("the alarms could not be read");
        this.rows = rows;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Gauge.builder("ecobot_alarm", this, DatabaseAlarms::count)
                .description("alarms that are raised now")
                .register(meters);
    }

    @Override
    public void raise(String code, String detail) {
        log.warn("alarm {}: {}", code, detail);
        try {
            ownTransaction.executeWithoutResult(status -> rows.raise(code, DatabaseAudit.cut(detail), clock.instant()));
        } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
            log.error("alarm {} could not be stored", code, e);
        }
    }

    @Override
    public void clear(String code) {
        var ended = ownTransaction.execute(status -> rows.clear(code));
        if (ended != null && ended > 0) {
            log.info("alarm {} is over", code);
        }
    }

    @Override
    public List<Alarm> raised() {
        return rows.raised();
    }

    /** An alarm is for a person to look at; the application goes on, so it does not count as down. */
    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        raised().forEach(alarm -> health.withDetail(alarm.code(), alarm.detail()));
    }

    private double count() {
        try {
            return raised().size();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
