package ecobot.dingtalk;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What cards say now. */
@Mapper
interface CardMapper {

    /** Keeps a state unless a newer one is there. The version comes last: it is compared with before it is changed. */
    @Insert("""
        insert into dingtalk_card (track_id, version, content)
        values (#{trackId}, #{version}, #{content})
        on duplicate key update content = if(version <= values(version), values(content), content),
                                version = greatest(version, values(version))
        """)
    void keep(String trackId, long version, String content);

    @Update("""
        update dingtalk_card
           set delivered_at = #{at}
         where track_id = #{trackId}
        """)
    void delivered(String trackId, Instant at);

    @Select("""
        select version, content, delivered_at
          from dingtalk_card
         where track_id = #{trackId}
        """)
    @Nullable
    Kept find(String trackId);

    /**
     * A card.
     *
     * @param content JSON of its variables and its buttons' words
     * @param deliveredAt null while it is not known to be there
     */
    record Kept(long version, String content, @Nullable Instant deliveredAt) {}
}
