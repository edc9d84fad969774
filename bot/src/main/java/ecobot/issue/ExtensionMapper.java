package ecobot.issue;

import ecobot.deadline.Deadline.DayUnit;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Extensions that were asked for. */
@Mapper
interface ExtensionMapper {

    /** Those of an issue that were not refused, while it is locked. */
    @Select("""
        select e.id, e.issue_id, e.amount, e.unit, e.asked_by, e.pending is not null as pending
          from issue_extension e
         where e.issue_id = #{issueId}
           and (e.granted is null or e.granted = true)
         order by e.id
           for update
        """)
    List<AskedExtension> lockOf(long issueId);

    @Insert("""
        insert into issue_extension (issue_id, amount, unit, asked_by, asked_at)
        values (#{issueId}, #{amount}, #{unit}, #{askedBy}, #{at})
        """)
    void ask(long issueId, int amount, DayUnit unit, long askedBy, Instant at);

    @Update("""
        update issue_extension
           set granted = #{granted},
               decided_by = #{decidedBy},
               decided_at = #{at},
               pending = null
         where id = #{id}
           and pending = 1
        """)
    int decide(long id, boolean granted, long decidedBy, Instant at);

    /** What a move had put an end to waits for its answer again, the move being taken back. */
    @Update("""
        update issue_extension
           set granted = null,
               decided_by = null,
               decided_at = null,
               pending = 1
         where issue_id = #{issueId}
           and granted = false
           and decided_by = #{decidedBy}
           and decided_at = #{at}
         order by id desc
         limit 1
        """)
    int waitAgain(long issueId, long decidedBy, Instant at);
}
