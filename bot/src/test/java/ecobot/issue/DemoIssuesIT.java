package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcoBotIT
class DemoIssuesIT {

    @Autowired
    Issues issues;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient sql;

    @Test
    void three_hundred_issues_with_their_history_are_there_to_try_with() {
        assertThat(count("select count(*) from issue where id <= 300")).isEqualTo(300);
        assertThat(count("select count(*) from issue_move where issue_id <= 300 and move = 'ASSIGN'"))
                .isEqualTo(300);
        assertThat(count("select count(*) from issue i where i.id <= 300 and i.state = 'CLOSED' and not exists"
                        + " (select 1 from issue_move m where m.issue_id = i.id and m.to_state = 'CLOSED')"))
                .isZero();
    }

    @Test
    void units_differ_clearly() {
        var now = whenTheyWereMadeUp();

        var figures = issues.figures(now.minus(Duration.ofDays(21)), now, now);

        assertThat(figures).hasSize(roster.rankedUnits().size());
        var rates = figures.stream()
                .map(unit -> 100 * unit.closedOnTime() / unit.due())
                .sorted()
                .toList();
        assertThat(rates.get(rates.size() - 1) - rates.get(0)).isGreaterThan(30);
        assertThat(figures.stream().mapToInt(UnitFigures::overdueNow).sum()).isBetween(3, 10);
        assertThat(figures.stream().mapToInt(UnitFigures::closedLate).sum()).isPositive();
    }

    /** Other tests may have moved the clock since. */
    private Instant whenTheyWereMadeUp() {
        return sql.sql("select max(moved_at) from issue_move where issue_id <= 300")
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    private int count(String query) {
        return sql.sql(query).query(Integer.class).single();
    }
}
