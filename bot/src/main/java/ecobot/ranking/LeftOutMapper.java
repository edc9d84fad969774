package ecobot.ranking;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Issues that do not count in tables of some days. */
@Mapper
interface LeftOutMapper {

    @Select("""
            select distinct l.issue_id
              from ranking_left_out l
             where l.until_on > #{from}
               and l.from_on < #{until}
               and datediff(l.until_on, l.from_on) <= datediff(#{until}, #{from})
             order by l.issue_id
            """)
    List<Long> of(@Param("from") LocalDate from, @Param("until") LocalDate until);

    @Select("""
            select l.issue_id
              from ranking_left_out l
             where l.appeal_id = #{appealId}
             order by l.issue_id
            """)
    List<Long> by(@Param("appealId") long appealId);

    /** What was left out before stays so. */
    @Insert("""
            insert into ranking_left_out (issue_id, from_on, until_on, appeal_id)
            values (#{number}, #{from}, #{until}, #{appealId})
            on duplicate key update appeal_id = appeal_id
            """)
    void insert(
            @Param("number") long number,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until,
            @Param("appealId") long appealId);
}
