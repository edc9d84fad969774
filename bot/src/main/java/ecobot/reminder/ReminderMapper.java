package ecobot.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What was told to whom. What depends on a list is in {@code sql/mapper/reminder/ReminderMapper.xml}. */
@Mapper
interface ReminderMapper {

    @Insert("""
        insert into reminder_snapshot (occurrence_id, content, created_at)
        values (#{occurrenceId}, #{content}, #{at})
        """)
    void keep(@Param("occurrenceId") long occurrenceId, @Param("content") String content, @Param("at") Instant at);

    @Select("""
        select content
          from reminder_snapshot
         where occurrence_id = #{occurrenceId}
        """)
    @Nullable
    String snapshot(long occurrenceId);

    @Delete("""
        delete from reminder_snapshot
         where created_at < #{before}
        """)
    int forget(Instant before);

    /** A rung that is told again keeps its row; what lapsed is not acknowledged any more. */
    void tell(@Param("rows") List<Told> rows, @Param("occurrenceId") long occurrenceId, @Param("at") Instant at);

    /** The highest rung that was acknowledged, by person, issue and its date. */
    @Select("""
        select r.member_id, r.issue_id, r.due_on, max(r.rung) as rung
          from reminder r
         where r.lapsed = false
           and r.acknowledged_at > '1970-01-01'
         group by r.member_id, r.issue_id, r.due_on
         order by r.member_id, r.issue_id, r.due_on
        """)
    List<AckRow> acknowledged();

    /** What was acknowledged about an issue that is not open any more lapses. */
    @Update("""
        update reminder r
          join issue i on i.id = r.issue_id
           set r.lapsed = true
         where r.lapsed = false
           and r.acknowledged_at > '1970-01-01'
           and i.is_open = false
        """)
    int noteWhatLapsed();

    /** What a person was last told about each of these issues. */
    List<Told> told(@Param("memberId") long memberId, @Param("issueIds") List<Long> issueIds);

    /** The issues that a person was told of by the last digest. */
    @Select("""
        select r.issue_id
          from reminder r
         where r.member_id = #{memberId}
           and r.occurrence_id = (select max(l.occurrence_id) from reminder l where l.member_id = #{memberId})
         order by r.issue_id
        """)
    List<Long> lastTold(long memberId);

    @Update("""
        update reminder
           set acknowledged_at = #{at}
         where issue_id = #{told.issueId}
           and member_id = #{told.memberId}
           and due_on = #{told.dueOn}
           and rung <= #{told.rung}
           and acknowledged_at is null
        """)
    int acknowledge(@Param("told") Told told, @Param("at") Instant at);

    /** One nudge. */
    record Told(long issueId, long memberId, LocalDate dueOn, int rung) {}

    /** An acknowledgement. */
    record AckRow(long memberId, long issueId, LocalDate dueOn, int rung) {}
}
