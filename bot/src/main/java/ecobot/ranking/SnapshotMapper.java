package ecobot.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The posted tables. There is no update: a row is for ever. */
@Mapper
interface SnapshotMapper {

    /** One row. */
    record Row(long id, int version, String content, String contentHash, String pictureHash, Instant createdAt) {}

    @Insert("""
        insert into ranking_snapshot
               (period_kind, from_on, until_on, version, cut_off_at, rules_version, occurrence_id, content, content_hash,
                picture_hash, created_at)
        values (#{table.period.kind}, #{table.period.from}, #{table.period.until}, #{version}, #{table.cutOffAt},
                #{table.rules.version}, #{occurrenceId}, #{content}, #{contentHash}, #{pictureHash}, #{createdAt})
        """)
    void insert(
            @Param("table") LeagueTable table,
            @Param("version") int version,
            @Param("occurrenceId") long occurrenceId,
            @Param("content") String content,
            @Param("contentHash") String contentHash,
            @Param("pictureHash") String pictureHash,
            @Param("createdAt") Instant createdAt);

    @Select("""
        select s.id, s.version, s.content, s.content_hash, s.picture_hash, s.created_at
          from ranking_snapshot s
         where s.occurrence_id = #{occurrenceId}
            or s.id = (select r.snapshot_id
                         from ranking_repost r
                        where r.occurrence_id = #{occurrenceId})
         order by s.from_on, s.id
        """)
    List<Row> ofOccurrence(@Param("occurrenceId") long occurrenceId);

    @Insert("""
        insert into ranking_repost (occurrence_id, snapshot_id, posted_at)
        values (#{occurrenceId}, #{id}, #{at})
        """)
    void repost(@Param("id") long id, @Param("occurrenceId") long occurrenceId, @Param("at") Instant at);

    /** The occurrence that posted it last. */
    @Select("""
        select coalesce((select max(r.occurrence_id)
                           from ranking_repost r
                          where r.snapshot_id = s.id), s.occurrence_id)
          from ranking_snapshot s
         where s.id = #{id}
        """)
    long postedBy(@Param("id") long id);

    @Select("""
        select s.id, s.version, s.content, s.content_hash, s.picture_hash, s.created_at
          from ranking_snapshot s
         where s.period_kind = #{kind}
           and s.from_on = #{from}
         order by s.version desc
         limit 1
        """)
    @Nullable
    Row latest(@Param("kind") Period.Kind kind, @Param("from") LocalDate from);

    /** The last versions of the periods before one. */
    @Select("""
        select s.id, s.version, s.content, s.content_hash, s.picture_hash, s.created_at
          from ranking_snapshot s
         where s.period_kind = #{kind}
           and s.from_on < #{from}
           and s.version = (select max(v.version)
                              from ranking_snapshot v
                             where v.period_kind = s.period_kind
                               and v.from_on = s.from_on)
         order by s.from_on desc
         limit #{limit}
        """)
    List<Row> before(@Param("kind") Period.Kind kind, @Param("from") LocalDate from, @Param("limit") int limit);

    /** The last versions of the periods after one, the earliest first. */
    @Select("""
        select s.id, s.version, s.content, s.content_hash, s.picture_hash, s.created_at
          from ranking_snapshot s
         where s.period_kind = #{kind}
           and s.from_on > #{from}
           and s.version = (select max(v.version)
                              from ranking_snapshot v
                             where v.period_kind = s.period_kind
                               and v.from_on = s.from_on)
         order by s.from_on
        """)
    List<Row> after(@Param("kind") Period.Kind kind, @Param("from") LocalDate from);

    @Select("""
        select s.id, s.version, s.content, s.content_hash, s.picture_hash, s.created_at
          from ranking_snapshot s
         where s.id = #{id}
        """)
    @Nullable
    Row byId(@Param("id") long id);

    /** The number of the table that was posted last, of whatever period; null when none was. */
    @Select("""
        select max(s.id)
          from ranking_snapshot s
        """)
    @Nullable
    Long newest();
}
