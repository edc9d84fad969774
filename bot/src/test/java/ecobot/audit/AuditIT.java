package ecobot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EcoBotIT
class AuditIT {

    private final Audit audit;
    private final Alarms alarms;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    AuditIT(Audit audit, Alarms alarms, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.audit = audit;
        this.alarms = alarms;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Test
    void line_shares_the_fate_of_what_it_is_about() {
        transaction.executeWithoutResult(status -> {
            audit.record("u1", "kept", "issue:1", Audit.Outcome.ALLOWED, null);
        });
        transaction.executeWithoutResult(status -> {
            audit.record("u1", "lost", "issue:1", Audit.Outcome.ALLOWED, null);
            status.setRollbackOnly();
        });

        assertThat(count("kept")).isOne();
        assertThat(count("lost")).isZero();
    }

    @Test
    void alarm_outlives_a_rollback_counts_and_ends() {
        transaction.executeWithoutResult(status -> {
            alarms.raise("test-alarm", "first");
            status.setRollbackOnly();
        });
        alarms.raise("test-alarm", "second");

        assertThat(alarms.raised())
                .filteredOn(a -> a.code().equals("test-alarm"))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.times()).isEqualTo(2);
                    assertThat(alarm.detail()).isEqualTo("second");
                });

        alarms.clear("test-alarm");
        assertThat(alarms.raised()).extracting(Alarms.Alarm::code).doesNotContain("test-alarm");
    }

    @Test
    void host_time_zone_does_not_move_instants() {
        var host = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            alarms.raise("zone-alarm", "x");
            var stored = sql.sql("select date_format(last_at, '%Y-%m-%dT%H:%i') from alarm where code = 'zone-alarm'")
                    .query(String.class)
                    .single();

            assertThat(java.time.Instant.parse(stored + ":00Z"))
                    .isBetween(clock.instant().minus(Duration.ofMinutes(2)), clock.instant());
            assertThat(alarms.raised())
                    .filteredOn(a -> a.code().equals("zone-alarm"))
                    .allSatisfy(a -> assertThat(a.lastAt())
                            .isBetween(clock.instant().minus(Duration.ofMinutes(2)), clock.instant()));
        } finally {
            TimeZone.setDefault(host);
            alarms.clear("zone-alarm");
        }
    }

    private long count(String action) {
        return sql.sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }
}
