package ecobot.roster;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface PresenceMapper {

    @Insert("""
            insert into presence (group_id, member_id, heard_at)
            values (#{groupId}, #{memberId}, #{at})
            on duplicate key update heard_at = greatest(heard_at, values(heard_at))
            """)
    void heard(long groupId, long memberId, Instant at);

    @Select("""
            select count(*) > 0
              from presence
             where group_id = #{groupId}
               and member_id = #{memberId}
               and heard_at >= #{since}
            """)
    boolean isHeard(long groupId, long memberId, Instant since);
}
