package ecobot.chat;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface DialogueMapper {

    @Select("""
            select command, field, draft, choices, asked_at
              from dialogue
             where conversation_id = #{conversationId}
               and member_id = #{memberId}
            """)
    @Nullable
    Row find(String conversationId, long memberId);

    @Insert("""
            insert into dialogue (conversation_id, member_id, command, field, draft, choices, asked_at)
            values (#{conversationId}, #{memberId}, #{row.command}, #{row.field}, #{row.draft}, #{row.choices}, #{row.askedAt})
                on duplicate key update
                   command = values(command),
                   field = values(field),
                   draft = values(draft),
                   choices = values(choices),
                   asked_at = values(asked_at)
            """)
    void put(String conversationId, long memberId, Row row);

    @Delete("""
            delete from dialogue
             where conversation_id = #{conversationId}
               and member_id = #{memberId}
            """)
    int remove(String conversationId, long memberId);

    /** A dialogue as stored; {@code choices} is a JSON array. */
    record Row(String command, String field, String draft, String choices, Instant askedAt) {}
}
