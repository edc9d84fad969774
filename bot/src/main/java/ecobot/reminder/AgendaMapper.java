package ecobot.reminder;

import ecobot.issue.DueIssues.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The agenda's rows, which follow the issues set-wise. */
@Mapper
interface AgendaMapper {

    @Update("""
        update agenda_item a
          join issue i on i.id = a.issue_id
           set a.off_at = #{at}
         where a.off_at is null
           and i.is_open = false
        """)
    int takeOffClosed(@Param("at") Instant at);

    /** What was reopened and is late again. */
    @Update("""
        update agenda_item a
          join issue i on i.id = a.issue_id
           set a.off_at = null, a.since_on = #{day}
         where a.off_at is not null
           and i.is_open = true
           and i.due_at >= #{due.from}
           and i.due_at < #{due.until}
        """)
    int putBack(@Param("day") LocalDate day, @Param("due") Band due);

    /** In the order of the key, which makes thousands of new rows cheap. */
    @Insert("""
        insert into agenda_item (issue_id, since_on, reason)
        select i.id, #{day}, 'OVERDUE'
          from issue i
          left join agenda_item a on a.issue_id = i.id
         where i.is_open = true
           and i.due_at >= #{due.from}
           and i.due_at < #{due.until}
           and a.issue_id is null
         order by i.id
        """)
    int put(@Param("day") LocalDate day, @Param("due") Band due);

    /** What stands there, the oldest first; what was closed since the last morning is left out. */
    List<Item> items(@Param("unitIds") List<Long> unitIds, @Param("limit") int limit);

    int count(@Param("unitIds") List<Long> unitIds);

    /** One item. */
    record Item(
            long number, long unitId, @Nullable String place, String description, LocalDate dueOn, LocalDate sinceOn) {}
}
