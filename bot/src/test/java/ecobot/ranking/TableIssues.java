package ecobot.ranking;

import ecobot.calendar.Zone;
import ecobot.roster.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues as rows, for tables: reported by xinfeng-1, due at five in the afternoon. */
final class TableIssues {

    private static final int DUE_HOUR = 17;

    private final JdbcClient sql;
    private final Roster roster;

    TableIssues(JdbcClient sql, Roster roster) {
        this.sql = sql;
        this.roster = roster;
    }

    /** @return its number */
    long closed(String unit, LocalDate dueOn, Instant closedAt) {
        return add(unit, dueOn, "CLOSED", closedAt);
    }

    /** @return its number */
    long open(String unit, LocalDate dueOn) {
        return add(unit, dueOn, "RECTIFYING", null);
    }

    private long add(String unit, LocalDate dueOn, String state, @Nullable Instant closedAt) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("unit", roster.unitsNamed(unit).get(0).id());
        values.put("reporter", roster.memberByStaffId("xinfeng-1").orElseThrow().id());
        values.put("state", state);
        values.put("due", dueOn);
        values.put("dueAt", utc(at(dueOn, DUE_HOUR)));
        values.put("closedAt", closedAt == null ? null : utc(closedAt));
        sql.sql("""
                insert into issue (unit_id, reporter_id, state, source, description, deadline_amount, deadline_unit,
                                   deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit, due_on, due_at, created_at,
                                   closed_at)
                values (:unit, :reporter, :state, 'PATROL', 'test', 5, 'WORKING', :due, 'patrol', 10, 'WORKING', :due, :dueAt,
                        :dueAt, :closedAt)
                """).params(values).update();
        return sql.sql("select last_insert_id()").query(Long.class).single();
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Zone.SHANGHAI).toInstant();
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
