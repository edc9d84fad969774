package ecobot.library;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Files that are on their way and whose sender waits. */
@Mapper
interface UploadMapper {

    @Insert("""
            insert into material_upload (fetch_id, member_id, conversation_id, file_name, sent_at)
            values (#{upload.fetchId}, #{upload.memberId}, #{upload.conversationId}, #{upload.fileName}, #{upload.sentAt})
                on duplicate key update
                   member_id = values(member_id),
                   conversation_id = values(conversation_id),
                   file_name = values(file_name),
                   sent_at = values(sent_at)
            """)
    void await(@Param("upload") Upload upload);

    @Select("""
            select fetch_id, member_id, conversation_id, file_name, sent_at
              from material_upload
             where fetch_id = #{fetchId}
            """)
    @Nullable
    Upload awaited(@Param("fetchId") long fetchId);

    @Delete("""
            delete from material_upload
             where fetch_id = #{fetchId}
            """)
    int forget(@Param("fetchId") long fetchId);
}
