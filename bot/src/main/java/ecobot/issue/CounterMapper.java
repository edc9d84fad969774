package ecobot.issue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The counters of the league table. All but the row of their state is in {@code sql/mapper/issue/CounterMapper.xml}. */
@Mapper
interface CounterMapper {

    int addToStretches(@Param("rows") List<Map.Entry<Cell<LocalDate>, StretchCounts>> rows);

    int addToDues(@Param("rows") List<Map.Entry<Cell<Instant>, DueCounts>> rows);

    /** A unit and kind may come several times, once for each date. */
    int addToCarried(@Param("rows") List<Map.Entry<Cell<Instant>, DueCounts>> rows);

    /** Holds it where it is until the transaction ends; others may do so, too. */
    @Select("""
        select due_before
          from tally_carried_until
         where id = 1
          lock in share mode
        """)
    Instant holdCarriedUntil();

    /** Waits for all who hold it. */
    @Select("""
        select due_before
          from tally_carried_until
         where id = 1
           for update
        """)
    Instant lockCarriedUntil();

    @Update("""
        update tally_carried_until
           set due_before = #{dueBefore}
         where id = 1
        """)
    int setCarriedUntil(@Param("dueBefore") Instant dueBefore);

    /** Adds what is open of all that fell due in a period. */
    @Insert("""
        insert into tally_carried (kind, unit_id, still_open)
        select d.kind, d.unit_id, sum(d.still_open) as still_open
          from tally_due d
         where d.kind = #{kind}
           and d.any_open = true
           and d.due_at >= #{from}
           and d.due_at < #{to}
         group by d.kind, d.unit_id
            on duplicate key update
               still_open = tally_carried.still_open + values(still_open)
        """)
    int carry(@Param("kind") String kind, @Param("from") Instant from, @Param("to") Instant to);

    @Delete("delete from tally_carried")
    int forgetCarried();

    /** What {@link TallyMapper#figures} is the sum of, unit by unit, of the counters. In no order; a unit may come several times. */
    List<FiguresPart> parts(@Param("span") CountedSpan span);

    /** Cells of {@code tally_stretch} that are not what the issues say, each with what is missing from it. */
    List<Difference> wrongStretches(@Param("byKind") boolean byKind, @Param("limit") int limit);

    /** Likewise of {@code tally_due}. */
    List<Difference> wrongDues(@Param("byKind") boolean byKind, @Param("limit") int limit);

    /** Rows of {@code tally_carried} that are not what {@code tally_due} says. */
    List<Difference> wrongCarried(@Param("limit") int limit);

    /** Adds what is missing. What others change meanwhile is not lost: it is added, too. */
    int mendStretches(@Param("byKind") boolean byKind);

    int mendDues(@Param("byKind") boolean byKind);

    @Select("""
        select built_at, checked_at, differences
          from tally_state
         where id = 1
        """)
    Standing state();

    /** Waits for whoever is counting anew. */
    @Select("""
        select built_at, checked_at, differences
          from tally_state
         where id = 1
           for update
        """)
    Standing lockState();

    @Update("""
        update tally_state
           set built_at = #{state.builtAt}, checked_at = #{state.checkedAt}, differences = #{state.differences}
         where id = 1
        """)
    int setState(@Param("state") Standing state);

    /**
     * How the counters stand.
     *
     * @param builtAt since when they can be read; null until what was there before them has been counted
     * @param checkedAt when they were compared with the issues last; null before
     * @param differences how many cells were wrong then; 0 before
     */
    record Standing(@Nullable Instant builtAt, @Nullable Instant checkedAt, int differences) {}

    /**
     * A cell that is wrong.
     *
     * @param at the first day of the stretch, or the due date in UTC, or that it is carried forward
     * @param missing by how much, counter by counter
     */
    record Difference(String kind, String at, long unitId, String missing) {}
}
