package ecobot.issue;

import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Deadlines of issues, apart from the rest of the issue. */
@Mapper
interface DeadlineMapper {

    @Update("""
        update issue
           set deadline_amount = #{deadline.amount},
               deadline_unit = #{deadline.unit},
               deadline_start_on = #{deadline.startOn},
               deadline_rule = #{deadline.rule},
               deadline_cap = #{deadline.cap},
               deadline_cap_unit = #{deadline.capUnit},
               deadline_extra = #{deadline.extra},
               deadline_extra_unit = #{deadline.extraUnit},
               due_on = #{deadline.dueOn},
               due_at = #{deadline.dueAt}
         where id = #{issueId}
        """)
    int set(@Param("issueId") long issueId, @Param("deadline") Deadline deadline);

    /** What open issues that count working days count, each combination once: some hundreds, however many issues there are. */
    @Select("""
        select i.deadline_amount as amount, i.deadline_unit as unit, i.deadline_start_on as start_on,
               i.deadline_extra as extra, i.deadline_extra_unit as extra_unit, i.due_on, i.due_at, count(*) as issues
          from issue i
         where i.is_open = true
           and (i.deadline_unit = 'WORKING' or i.deadline_extra_unit = 'WORKING')
         group by i.deadline_amount, i.deadline_unit, i.deadline_start_on, i.deadline_extra, i.deadline_extra_unit,
               i.due_on, i.due_at
         order by i.due_at, i.deadline_start_on, i.deadline_amount, i.deadline_unit, i.deadline_extra, i.deadline_extra_unit
        """)
    List<Counted> counted();

    /** The open issues that count just so, by number. Whoever moves one of them is waited for. */
    @Select("""
        select i.id, i.unit_id, i.state,
               (select group_concat(k.kind order by k.kind) from issue_kind k where k.issue_id = i.id) as kinds
          from issue i
         where i.is_open = true
           and i.due_at = #{dueAt}
           and i.due_on = #{dueOn}
           and i.deadline_amount = #{amount}
           and i.deadline_unit = #{unit}
           and i.deadline_start_on = #{startOn}
           and i.deadline_extra = #{extra}
           and i.deadline_extra_unit = #{extraUnit}
         order by i.id
           for update
        """)
    List<Held> lock(Counted counted);

    @Update("""
        <script>
        update issue
           set due_on = #{dueOn}, due_at = #{dueAt}
         where id in
        <foreach item="id" collection="ids" open="(" separator=", " close=")">#{id}</foreach>
        </script>
        """)
    int redate(@Param("ids") List<Long> ids, @Param("dueOn") LocalDate dueOn, @Param("dueAt") Instant dueAt);

    /** Waits for the node that is at it. */
    @Select("""
        select version, look_again_at
          from issue_redating
         where id = 1
           for update
        """)
    Progress lockProgress();

    @Select("""
        select version, look_again_at
          from issue_redating
         where id = 1
        """)
    Progress progress();

    @Update("""
        update issue_redating
           set version = #{version}, look_again_at = #{lookAgainAt}
         where id = 1
        """)
    int done(@Param("version") long version, @Param("lookAgainAt") @Nullable Instant lookAgainAt);

    /**
     * Issues that count the same way to the same date.
     *
     * @param issues how many
     */
    record Counted(
            int amount,
            DayUnit unit,
            LocalDate startOn,
            int extra,
            DayUnit extraUnit,
            LocalDate dueOn,
            Instant dueAt,
            int issues) {

        /** As a deadline; rule and cap play no part in counting. */
        Deadline deadline() {
            return new Deadline(amount, unit, startOn, "", 0, DayUnit.CALENDAR, extra, extraUnit, dueOn, dueAt);
        }
    }

    /**
     * An issue that is locked.
     *
     * @param kinds joined by commas
     */
    record Held(long id, long unitId, Issue.State state, String kinds) {

        List<Issue.Kind> kindList() {
            return Arrays.stream(kinds.split(",")).map(Issue.Kind::valueOf).toList();
        }
    }

    /**
     * Up to which version of the calendar deadlines were worked out.
     *
     * @param lookAgainAt when to look once more; null when that was done
     */
    record Progress(long version, @Nullable Instant lookAgainAt) {

        boolean isDone(long calendarVersion, Instant now) {
            return version == calendarVersion && (lookAgainAt == null || lookAgainAt.isAfter(now));
        }
    }
}
