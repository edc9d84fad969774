package ecobot.dingtalk;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** How often custom robots spoke in the last minute, for all nodes together. */
@Mapper
interface CustomRobotMapper {

    @Insert("""
        insert into custom_robot_slot (robot, slot, holder, free_at)
        values (#{robot}, #{slot}, '', #{freeAt})
        on duplicate key update slot = values(slot)
        """)
    void add(String robot, int slot, Instant freeAt);

    /** Takes a slot that is free; another node that wants the same one waits for the row and then finds it taken. */
    @Update("""
        update custom_robot_slot
           set holder = #{holder}, free_at = #{freeAt}
         where robot = #{robot}
           and free_at <= #{now}
         order by slot
         limit 1
        """)
    int take(String robot, String holder, Instant now, Instant freeAt);

    @Update("""
        update custom_robot_slot
           set free_at = #{freeAt}
         where robot = #{robot}
           and holder = #{holder}
        """)
    int hold(String robot, String holder, Instant freeAt);

    /** When the next slot is free; null when the robot has none yet. */
    @Select("""
        select min(free_at)
          from custom_robot_slot
         where robot = #{robot}
        """)
    @Nullable
    Instant nextFreeAt(String robot);
}
