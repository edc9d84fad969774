package ecobot.ranking;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The code of each unit when the groups were last told, a row a unit. */
@Mapper
interface CodeAnnouncedMapper {

    /** What was announced later than {@code since}. */
    @Select("""
        select c.unit_id, c.code
          from code_announced c
         where c.announced_at > #{since}
        """)
    List<Announced> since(@Param("since") Instant since);

    @Insert("""
        insert into code_announced (unit_id, code, occurrence_id, announced_at)
        values (#{unitId}, #{code}, #{occurrenceId}, #{at})
        on duplicate key update code = values(code), occurrence_id = values(occurrence_id), announced_at = values(announced_at)
        """)
    void put(
            @Param("unitId") long unitId,
            @Param("code") @Nullable Code code,
            @Param("occurrenceId") long occurrenceId,
            @Param("at") Instant at);

    /** @param code null for none */
    record Announced(long unitId, @Nullable Code code) {}
}
