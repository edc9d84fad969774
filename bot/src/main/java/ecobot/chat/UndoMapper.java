package ecobot.chat;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface UndoMapper {

    @Select("""
            select command, token, done_at
              from undo_step
             where member_id = #{memberId}
            """)
    @Nullable
    UndoStep find(long memberId);

    @Insert("""
            insert into undo_step (member_id, command, token, done_at)
            values (#{memberId}, #{step.command}, #{step.token}, #{step.doneAt})
                on duplicate key update
                   command = values(command),
                   token = values(token),
                   done_at = values(done_at)
            """)
    void put(long memberId, UndoStep step);

    @Delete("""
            delete from undo_step
             where member_id = #{memberId}
               and token = #{token}
            """)
    int remove(long memberId, String token);

    /** The last thing that a person can take back. */
    record UndoStep(String command, String token, Instant doneAt) {}
}
