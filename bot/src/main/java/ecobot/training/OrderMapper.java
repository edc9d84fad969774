package ecobot.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Ordered lectures. Each step names the state that it needs: of two people at once one takes it. */
@Mapper
interface OrderMapper {

    String COLUMNS = """
        select o.id, o.topic, o.wish, o.audience, coalesce(s.place, o.place) as place, o.unit_id, o.ordered_by, o.ordered_at, o.state,
               o.trainer_id, coalesce(s.day_on, o.day_on) as day_on,
               case when s.id is null then o.start_time else s.start_time end as start_time, o.session_id, s.state as session_state,
               coalesce(s.day_on, last_day(s.month_on)) as held_on
          from training_order o
          left join training_session s on s.id = o.session_id
        """;

    @Insert("""
        insert into training_order (topic, wish, audience, place, unit_id, ordered_by, ordered_at, state)
        values (#{topic}, #{wish}, #{audience}, #{place}, #{unitId}, #{orderedBy}, #{at}, 'OPEN')
        """)
    void insert(
            @Param("topic") String topic,
            @Param("wish") String wish,
            @Param("audience") String audience,
            @Param("place") String place,
            @Param("unitId") long unitId,
            @Param("orderedBy") long orderedBy,
            @Param("at") Instant at);

    @Select("select last_insert_id()")
    long inserted();

    @Select(COLUMNS + """
         where o.id = #{id}
        """)
    @Nullable
    Order byId(@Param("id") long id);

    /** Locks one, so that a confirmation and a withdrawal see each other. */
    @Select("""
        select id
          from training_order
         where id = #{id}
           for update
        """)
    @Options(flushCache = FlushCachePolicy.TRUE)
    @Nullable
    Long lock(@Param("id") long id);

    /** Those that somebody has to act on. */
    @Select(COLUMNS + """
         where o.state in ('OPEN', 'OFFERED', 'ASKED')
         order by o.state, o.id
        """)
    List<Order> waiting();

    /** Those of a unit that are not over. */
    @Select(COLUMNS + """
         where o.unit_id = #{unitId}
           and o.state <> 'WITHDRAWN'
           and (s.id is null or s.month_on >= #{month})
         order by o.id
        """)
    List<Order> of(@Param("unitId") long unitId, @Param("month") LocalDate month);

    @Select(COLUMNS + """
         where o.ordered_at >= #{from}
           and o.ordered_at < #{until}
         order by o.ordered_at, o.id
        """)
    List<Order> between(@Param("from") Instant from, @Param("until") Instant until);

    /** Who ordered what became a session; null for one that nobody ordered. */
    @Select("""
        select ordered_by
          from training_order
         where session_id = #{sessionId}
        """)
    @Nullable
    Long ordererOf(@Param("sessionId") long sessionId);

    /**
     * A trainer names a day: of an order that nobody has, or of the own one as long as it is not confirmed.
     *
     * @return 0 when somebody else has it, or it is settled
     */
    @Update("""
        update training_order
           set state = 'OFFERED', trainer_id = #{trainerId}, day_on = #{dayOn}, start_time = #{startTime}, place = #{place}
         where id = #{id}
           and (state = 'OPEN' or state in ('OFFERED', 'ASKED') and trainer_id = #{trainerId})
        """)
    int offer(
            @Param("id") long id,
            @Param("trainerId") long trainerId,
            @Param("dayOn") LocalDate dayOn,
            @Param("startTime") @Nullable LocalTime startTime,
            @Param("place") String place);

    /** @return 0 when the offer is not that one any more */
    @Update("""
        update training_order
           set state = 'CONFIRMED'
         where id = #{id}
           and state = 'OFFERED'
           and trainer_id = #{trainerId}
           and day_on = #{dayOn}
        """)
    int confirm(@Param("id") long id, @Param("trainerId") long trainerId, @Param("dayOn") LocalDate dayOn);

    @Update("""
        update training_order
           set session_id = #{sessionId}
         where id = #{id}
        """)
    void became(@Param("id") long id, @Param("sessionId") long sessionId);

    /** @return 0 when it is settled */
    @Update("""
        update training_order
           set wish = #{wish}, state = case when state = 'OPEN' then 'OPEN' else 'ASKED' end
         where id = #{id}
           and state in ('OPEN', 'OFFERED', 'ASKED')
        """)
    int ask(@Param("id") long id, @Param("wish") String wish);

    /** @return 0 when it is not this trainer's, or settled */
    @Update("""
        update training_order
           set state = 'OPEN', trainer_id = null, day_on = null, start_time = null
         where id = #{id}
           and state in ('OFFERED', 'ASKED')
           and trainer_id = #{trainerId}
        """)
    int giveBack(@Param("id") long id, @Param("trainerId") long trainerId);

    /** @return 0 when it was withdrawn before */
    @Update("""
        update training_order
           set state = 'WITHDRAWN'
         where id = #{id}
           and state <> 'WITHDRAWN'
        """)
    int withdraw(@Param("id") long id);
}
