package ecobot.library;

import ecobot.library.Material.Category;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Feeds and what was taken from them. */
@Mapper
interface FeedMapper {

    String COLUMNS = """
            select id, url, title, category, added_by, read_at, fault
              from material_feed
            """;

    /** Adds a feed, or brings back one that was ended: what was taken from it by then is not taken again. */
    @Insert("""
            insert into material_feed (url, title, category, added_by, added_at)
            values (#{url}, '', #{category}, #{memberId}, #{at})
                on duplicate key update
                   category = values(category),
                   added_by = values(added_by),
                   removed = false
            """)
    void add(
            @Param("url") String url,
            @Param("category") Category category,
            @Param("memberId") long memberId,
            @Param("at") Instant at);

    @Select(COLUMNS + """
             where url = #{url}
               and not removed
            """)
    @Nullable
    Feed byUrl(@Param("url") String url);

    @Select(COLUMNS + """
             where not removed
             order by id
            """)
    List<Feed> all();

    /** @return 0 when there is none */
    @Update("""
            update material_feed
               set removed = true
             where id = #{id}
               and not removed
            """)
    int remove(@Param("id") long id);

    @Update("""
            update material_feed
               set read_at = #{at},
                   title = coalesce(#{title}, title),
                   fault = #{fault}
             where id = #{id}
            """)
    void read(
            @Param("id") long id,
            @Param("at") Instant at,
            @Param("title") @Nullable String title,
            @Param("fault") @Nullable FeedFault fault);

    /** Locks the feed, so that two nodes do not take the same entries. */
    @Select(COLUMNS + """
             where id = #{id}
               and not removed
               for update
            """)
    @Nullable
    Feed lock(@Param("id") long id);

    @Select("""
            select entry_hash
              from material_feed_entry
             where feed_id = #{feedId}
            """)
    List<String> taken(@Param("feedId") long feedId);

    @Insert("""
            insert into material_feed_entry (feed_id, entry_hash, material_id)
            values (#{feedId}, #{hash}, #{materialId})
            """)
    void take(@Param("feedId") long feedId, @Param("hash") String hash, @Param("materialId") @Nullable Long materialId);
}
