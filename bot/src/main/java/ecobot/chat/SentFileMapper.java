package ecobot.chat;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Files that are on their way and whose sender waits. */
@Mapper
interface SentFileMapper {

    @Insert("""
            insert into sent_file (fetch_id, command, member_id, conversation_id, file_name, sent_at)
            values (#{file.fetchId}, #{command}, #{file.memberId}, #{file.conversationId}, #{file.fileName}, #{file.sentAt})
                on duplicate key update
                   command = values(command),
                   member_id = values(member_id),
                   conversation_id = values(conversation_id),
                   file_name = values(file_name),
                   sent_at = values(sent_at)
            """)
    void await(@Param("command") String command, @Param("file") SentFile file);

    @Select("""
            select fetch_id, member_id, conversation_id, file_name, sent_at
              from sent_file
             where fetch_id = #{fetchId}
            """)
    @Nullable
    SentFile awaited(@Param("fetchId") long fetchId);

    @Select("""
            select command
              from sent_file
             where fetch_id = #{fetchId}
            """)
    @Nullable
    String command(@Param("fetchId") long fetchId);

    @Delete("""
            delete from sent_file
             where fetch_id = #{fetchId}
            """)
    int forget(@Param("fetchId") long fetchId);
}
