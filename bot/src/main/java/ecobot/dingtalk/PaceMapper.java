package ecobot.dingtalk;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * When each of the app's places for a call is free again, by the database's clock: a row a place, whose key is the app's id and the place's number. This is
 * the one place where SQL asks for the time: what nodes share must not depend on how well their clocks agree.
 */
@Mapper
interface PaceMapper {

    @Insert("""
            insert into call_pace (app, next_us)
            values (#{place}, 0)
            on duplicate key update app = values(app)
            """)
    void add(String place);

    /**
     * Takes the place that is free first, at a moment that {@link #taken} then tells on the same connection. Nobody takes a place for later than a minute
     * from now: one that is taken beyond was so before the clock was set back, and is free.
     */
    @Update("""
            update call_pace
               set next_us = last_insert_id(greatest(
                       if(next_us > cast(unix_timestamp(now(6)) * 1000000 as signed) + 60000000, 0, next_us),
                       cast(unix_timestamp(now(6)) * 1000000 as signed))) + #{periodUs}
             where app between #{first} and #{last}
             order by if(next_us > cast(unix_timestamp(now(6)) * 1000000 as signed) + 60000000, 0, next_us), app
             limit 1
            """)
    int take(String first, String last, long periodUs);

    @Select("""
            select cast(last_insert_id() as signed) as slot_us,
                   cast(last_insert_id() as signed) - cast(unix_timestamp(now(6)) * 1000000 as signed) as wait_us
            """)
    Taken taken();

    /** A place that would be free then rests from now on, unless somebody has taken it meanwhile. Of two that are alike either will do. */
    @Update("""
            update call_pace
               set next_us = greatest(next_us, cast(unix_timestamp(now(6)) * 1000000 as signed) + #{restUs})
             where app between #{first} and #{last}
               and next_us = #{freeUs}
             order by app
             limit 1
            """)
    int rest(String first, String last, long freeUs, long restUs);

    /**
     * The place taken last.
     *
     * @param slotUs when it is used, in microseconds since 1970
     * @param waitUs how far off that is, in microseconds; negative when it is over
     */
    record Taken(long slotUs, long waitUs) {}
}
