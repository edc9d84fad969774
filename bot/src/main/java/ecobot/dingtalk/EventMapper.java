package ecobot.dingtalk;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Which event of a calendar a source id stands for. */
@Mapper
interface EventMapper {

    /** Says that one may be made from now on. */
    @Insert("""
        insert into dingtalk_event (source_id, union_id, client_token)
        values (#{sourceId}, #{unionId}, #{clientToken})
        on duplicate key update source_id = values(source_id)
        """)
    void begin(String sourceId, String unionId, String clientToken);

    @Update("""
        update dingtalk_event
           set event_id = #{eventId}
         where source_id = #{sourceId}
        """)
    void made(String sourceId, String eventId);

    @Delete("""
        delete from dingtalk_event
         where source_id = #{sourceId}
        """)
    void forget(String sourceId);

    @Select("""
        select union_id, client_token, event_id
          from dingtalk_event
         where source_id = #{sourceId}
        """)
    @Nullable
    Known find(String sourceId);

    /**
     * An event.
     *
     * @param unionId whose it is
     * @param clientToken what it was asked for with
     * @param eventId the platform's id; null while it is not known whether there is one
     */
    record Known(
            String unionId, String clientToken, @Nullable String eventId) {}
}
