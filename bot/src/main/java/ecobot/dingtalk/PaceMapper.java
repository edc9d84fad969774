package ecobot.dingtalk;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * The app's next free slot, by the database's clock. This is the one place where SQL asks for the time: what nodes share must not depend on how well
 * their clocks agree.
 */
@Mapper
interface PaceMapper {

    @Insert("""
            insert into call_pace (app, next_us)
            values (#{app}, 0)
            on duplicate key update app = values(app)
            """)
    void add(String app);

    /** Takes the next slot, which {@link #waitUs} then tells on the same connection. */
    @Update("""
            update call_pace
               set next_us = last_insert_id(greatest(next_us, cast(unix_timestamp(now(6)) * 1000000 as signed))) + #{stepUs}
             where app = #{app}
            """)
    int take(String app, long stepUs);

    /** How far off the slot taken last is, in microseconds; negative when it is over. */
    @Select("""
            select cast(last_insert_id() as signed) - cast(unix_timestamp(now(6)) * 1000000 as signed)
            """)
    long waitUs();

    /** The slot taken last. */
    @Select("""
            select last_insert_id()
            """)
    long slotUs();
}
