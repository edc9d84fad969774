package ecobot.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The sessions of the plan, whom they are for, and their materials. */
@Mapper
interface SessionMapper {

    String COLUMNS = """
        select s.id, s.month_on, s.day_on, s.start_time, s.topic, s.audience, s.trainer, s.trainer_id, s.place, s.online, s.capacity,
               s.state, s.reason, s.minutes, s.minutes_material_id, s.made_by, s.revision,
               (select group_concat(u.unit_id order by u.unit_id) from training_session_unit u where u.session_id = s.id) as unit_ids,
               (select count(g.signed_at) from training_signup g where g.session_id = s.id) as signed
          from training_session s
        """;

    @Insert("""
        insert into training_session (month_on, day_on, start_time, topic, audience, trainer, trainer_id, place, online, capacity, state,
                                      made_by, made_at)
        values (#{row.monthOn}, #{row.dayOn}, #{row.startTime}, #{row.topic}, #{row.audience}, #{row.trainer}, #{row.trainerId},
                #{row.place}, #{row.online}, #{row.capacity}, 'PLANNED', #{madeBy}, #{at})
        """)
    void insert(@Param("row") Content row, @Param("madeBy") long madeBy, @Param("at") Instant at);

    @Select("select last_insert_id()")
    long inserted();

    /** A day that moves is announced anew. */
    @Update("""
        update training_session
           set revision = revision + 1,
               week_told_at = case when day_on <=> #{row.dayOn} then week_told_at end,
               day_told_at = case when day_on <=> #{row.dayOn} then day_told_at end,
               month_on = #{row.monthOn}, day_on = #{row.dayOn}, start_time = #{row.startTime}, topic = #{row.topic},
               audience = #{row.audience}, trainer = #{row.trainer}, trainer_id = #{row.trainerId}, place = #{row.place},
               online = #{row.online}, capacity = #{row.capacity}
         where id = #{id}
        """)
    void update(@Param("id") long id, @Param("row") Content row);

    @Insert("""
        insert into training_session_unit (session_id, unit_id)
        values (#{sessionId}, #{unitId})
        """)
    void addUnit(@Param("sessionId") long sessionId, @Param("unitId") long unitId);

    @Delete("""
        delete from training_session_unit
         where session_id = #{sessionId}
        """)
    void removeUnits(@Param("sessionId") long sessionId);

    /** What a session has led to, counted: none is left when it goes. */
    @Select("""
        select count(s.week_told_at) + count(s.day_told_at) + count(s.minutes)
               + (select count(*) from training_material m where m.session_id = #{id})
               + (select count(*) from training_signup g where g.session_id = #{id})
          from training_session s
         where s.id = #{id}
        """)
    int traces(@Param("id") long id);

    /** Only a session that nobody has signed up for, and that has led to nothing, can go without a trace. */
    @Delete("""
        delete from training_session
         where id = #{id}
        """)
    void remove(@Param("id") long id);

    /** @return 0 when it was cancelled before */
    @Update("""
        update training_session
           set revision = revision + 1, state = 'CANCELLED', reason = #{reason}
         where id = #{id}
           and state = 'PLANNED'
        """)
    int cancel(@Param("id") long id, @Param("reason") String reason);

    @Update("""
        update training_session
           set minutes = #{minutes},
               minutes_material_id = #{material}
         where id = #{id}
        """)
    void keepMinutes(@Param("id") long id, @Param("minutes") String minutes, @Param("material") long material);

    @Insert("""
        insert into training_material (session_id, material_id)
        values (#{sessionId}, #{materialId})
            on duplicate key update material_id = values(material_id)
        """)
    void addMaterial(@Param("sessionId") long sessionId, @Param("materialId") long materialId);

    @Select("""
        select material_id
          from training_material
         where session_id = #{sessionId}
         order by material_id
        """)
    List<Long> materials(@Param("sessionId") long sessionId);

    @Select(COLUMNS + """
         where s.id = #{id}
        """)
    @Nullable
    Row byId(@Param("id") long id);

    /** Locks one, so that seats are counted one by one. */
    @Select("""
        select id
          from training_session
         where id = #{id}
           for update
        """)
    @Options(flushCache = FlushCachePolicy.TRUE)
    @Nullable
    Long lock(@Param("id") long id);

    @Select(COLUMNS + """
         where s.month_on >= #{from}
           and s.month_on < #{until}
         order by s.month_on, s.day_on, s.start_time, s.id
        """)
    List<Row> between(@Param("from") LocalDate from, @Param("until") LocalDate until);

    /** Planned ones of these days that are not announced, or not as soon as tomorrow's. */
    @Select(COLUMNS + """
         where s.day_on >= #{from}
           and s.day_on <= #{to}
           and s.state = 'PLANNED'
           and (s.week_told_at is null or s.day_told_at is null)
         order by s.day_on, s.start_time, s.id
        """)
    List<Row> untold(@Param("from") LocalDate from, @Param("to") LocalDate to);

    /** Whether it was announced before: 0 or 1. */
    @Select("""
        select count(week_told_at)
          from training_session
         where id = #{id}
        """)
    int announced(@Param("id") long id);

    /** @param soon whether this is also the last reminder */
    @Update("""
        update training_session
           set week_told_at = coalesce(week_told_at, #{at}),
               day_told_at = case when #{soon} then #{at} else day_told_at end
         where id = #{id}
        """)
    void told(@Param("id") long id, @Param("soon") boolean soon, @Param("at") Instant at);

    /** What is stored of an {@link Outline}. */
    record Content(
            LocalDate monthOn,
            @Nullable LocalDate dayOn,
            @Nullable LocalTime startTime,
            String topic,
            String audience,
            String trainer,
            @Nullable Long trainerId,
            String place,
            boolean online,
            @Nullable Integer capacity) {}

    /** A session as stored; {@code unitIds} divided by commas, null when there are none. */
    record Row(
            long id,
            LocalDate monthOn,
            @Nullable LocalDate dayOn,
            @Nullable LocalTime startTime,
            String topic,
            String audience,
            String trainer,
            @Nullable Long trainerId,
            String place,
            boolean online,
            @Nullable Integer capacity,
            Session.State state,
            @Nullable String reason,
            @Nullable String minutes,
            @Nullable Long minutesMaterialId,
            long madeBy,
            int revision,
            @Nullable String unitIds,
            int signed) {}
}
