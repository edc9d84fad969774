package ecobot.dingtalk;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Which todo of the platform a source id stands for. */
@Mapper
interface TodoMapper {

    /** Says that one may be made from now on. */
    @Insert("""
        insert into dingtalk_todo (source_id, union_id)
        values (#{sourceId}, #{unionId})
        on duplicate key update source_id = values(source_id)
        """)
    void begin(String sourceId, String unionId);

    @Update("""
        update dingtalk_todo
           set task_id = #{taskId}
         where source_id = #{sourceId}
        """)
    void made(String sourceId, String taskId);

    @Select("""
        select union_id, task_id
          from dingtalk_todo
         where source_id = #{sourceId}
        """)
    @Nullable
    Known find(String sourceId);

    /**
     * A todo.
     *
     * @param unionId whose it is
     * @param taskId the platform's id; null while it is not known whether there is one
     */
    record Known(String unionId, @Nullable String taskId) {}
}
