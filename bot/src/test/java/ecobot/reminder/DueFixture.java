package ecobot.reminder;

import ecobot.calendar.Zone;
import ecobot.issue.Issue;
import ecobot.roster.Roster;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues that are due, as rows. */
final class DueFixture {

    private final JdbcClient sql;
    private final Roster roster;

    DueFixture(JdbcClient sql, Roster roster) {
        this.sql = sql;
        this.roster = roster;
    }

    /** An open issue of a unit, due at the end of that day; its number. */
    long open(String unit, String place, LocalDate dueOn) {
        return add(unit, place, dueOn, "RECTIFYING", null);
    }

    /** The same, taken on by somebody. */
    long open(String unit, String place, LocalDate dueOn, String handlerStaffId) {
        return add(unit, place, dueOn, "RECTIFYING", member(handlerStaffId));
    }

    long closed(String unit, String place, LocalDate dueOn) {
        return add(unit, place, dueOn, "CLOSED", null);
    }

    void kinds(long number, Issue.Kind... kinds) {
        for (var kind : kinds) {
            sql.sql("insert into issue_kind (issue_id, kind) values (?, ?)")
                    .params(number, kind.name())
                    .update();
        }
    }

    void close(long number) {
        sql.sql("update issue set state = 'CLOSED', closed_at = due_at where id = ?")
                .param(number)
                .update();
    }

    void reopen(long number, LocalDate dueOn) {
        sql.sql("update issue set state = 'RECTIFYING', closed_at = null, due_on = ?, due_at = ? where id = ?")
                .params(dueOn, utc(endOf(dueOn)), number)
                .update();
    }

    private long add(String unit, String place, LocalDate dueOn, String state, @Nullable Long handler) {
        sql.sql("""
                insert into issue (unit_id, reporter_id, handler_id, state, source, place, description, deadline_amount,
                                   deadline_unit, deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit, due_on, due_at,
                                   created_at, closed_at)
                values (:unit, :reporter, :handler, :state, 'PATROL', :place, '河面漂浮物较多', 5, 'WORKING', :due, 'patrol', 10,
                        'WORKING', :due, :dueAt, :dueAt, case when :state = 'CLOSED' then :dueAt end)
                """)
                .param("unit", roster.unitsNamed(unit).get(0).id())
                .param("reporter", member("xinfeng-2"))
                .param("handler", handler)
                .param("state", state)
                .param("place", place)
                .param("due", dueOn)
                .param("dueAt", utc(endOf(dueOn)))
                .update();
        return sql.sql("select max(id) from issue").query(Long.class).single();
    }

    private long member(String staffId) {
        return roster.memberByStaffId(staffId).orElseThrow().id();
    }

    static Instant endOf(LocalDate day) {
        return day.atTime(17, 30).atZone(Zone.SHANGHAI).toInstant();
    }

    static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
