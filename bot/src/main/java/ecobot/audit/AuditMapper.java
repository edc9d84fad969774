package ecobot.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {

    @Insert("""
            insert into audit_entry (at, staff_id, action, subject, outcome, detail)
            values (#{at}, #{staffId}, #{action}, #{subject}, #{outcome}, #{detail})
            """)
    void add(
            Instant at,
            @Nullable String staffId,
            String action,
            @Nullable String subject,
            Audit.Outcome outcome,
            @Nullable String detail);

    @Insert("""
            insert into alarm (code, detail, since, last_at, times)
            values (#{code}, #{detail}, #{at}, #{at}, 1)
            on duplicate key update detail = values(detail), last_at = values(last_at), times = times + 1
            """)
    void raise(String code, String detail, Instant at);

    @Delete("""
            delete from alarm
             where code = #{code}
            """)
    int clear(String code);

    @Select("""
            select code, detail, since, last_at, times
              from alarm
             order by since, code
            """)
    List<Alarms.Alarm> raised();
}
