package ecobot.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Which node works on which lane. */
@Mapper
interface LaneMapper {

    /** One step in the index per lane, however many messages wait in it. */
    @Select("""
            select lane
              from inbox
             where state = 'NEW'
               and lane > #{after}
             group by lane
             order by lane
             limit #{limit}
            """)
    List<String> waiting(String after, int limit);

    /** Takes those that are free; the others stay as they are. The order of the two assignments matters. */
    @Insert("""
            <script>
            insert into inbox_lane (lane, owner, leased_until)
            values <foreach item="lane" collection="lanes" separator=",">(#{lane}, #{owner}, #{until})</foreach>
            on duplicate key update
                owner = if(leased_until &lt;= #{now}, values(owner), owner),
                leased_until = if(owner = values(owner), values(leased_until), leased_until)
            </script>
            """)
    void lease(Collection<String> lanes, String owner, Instant now, Instant until);

    @Select("""
            <script>
            select lane
              from inbox_lane
             where owner = #{owner}
               and lane in <foreach item="lane" collection="lanes" open="(" separator="," close=")">#{lane}</foreach>
            </script>
            """)
    List<String> leased(Collection<String> lanes, String owner);

    @Update("""
            update inbox_lane
               set leased_until = #{until}
             where lane = #{lane}
               and owner = #{owner}
            """)
    int renew(String lane, String owner, Instant until);

    @Update("""
            <script>
            update inbox_lane
               set leased_until = #{now}
             where owner = #{owner}
               and lane in <foreach item="lane" collection="lanes" open="(" separator="," close=")">#{lane}</foreach>
            </script>
            """)
    void release(Collection<String> lanes, String owner, Instant now);

    @Delete("""
            delete from inbox_lane
             where leased_until < #{before}
             order by leased_until, lane
             limit #{limit}
            """)
    int deleteUnused(Instant before, int limit);
}
