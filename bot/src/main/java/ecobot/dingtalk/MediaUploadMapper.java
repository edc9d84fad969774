package ecobot.dingtalk;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Which content the platform has already, and under which id. */
@Mapper
interface MediaUploadMapper {

    @Select("""
        select media_id
          from media_upload
         where client_id = #{clientId}
           and hash = #{hash}
           and kind = #{kind}
        """)
    @Nullable
    String mediaId(String clientId, String hash, MediaUploads.Kind kind);

    @Insert("""
        insert into media_upload (client_id, hash, kind, media_id, uploaded_at)
        values (#{clientId}, #{hash}, #{kind}, #{mediaId}, #{uploadedAt})
        on duplicate key update media_id = values(media_id), uploaded_at = values(uploaded_at)
        """)
    void keep(String clientId, String hash, MediaUploads.Kind kind, String mediaId, Instant uploadedAt);

    @Delete("""
        delete from media_upload
         where client_id = #{clientId}
           and hash = #{hash}
           and kind = #{kind}
        """)
    void forget(String clientId, String hash, MediaUploads.Kind kind);
}
