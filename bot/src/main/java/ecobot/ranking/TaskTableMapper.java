package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Task tables by month and version. There is no update: a version is for ever. */
@Mapper
interface TaskTableMapper {

    @Select("""
            select id, version, content_hash, imported_at
              from task_table
             where month_on = #{monthOn}
             order by version desc
             limit 1
            """)
    @Nullable
    Row latest(@Param("monthOn") LocalDate monthOn);

    @Select("""
            select id, version, content_hash, imported_at
              from task_table
             where month_on = #{monthOn}
               and version = #{version}
            """)
    @Nullable
    Row version(@Param("monthOn") LocalDate monthOn, @Param("version") int version);

    @Select("""
            select unit_id, kind, to_find, to_rectify
              from task_target
             where task_table_id = #{tableId}
             order by unit_id, kind
            """)
    List<TargetRow> targets(@Param("tableId") long tableId);

    @Select("""
            select g.unit_id, sum(g.to_find) as to_find, sum(g.to_rectify) as to_rectify
              from task_target g
             where g.task_table_id = (select t.id
                                        from task_table t
                                       where t.month_on = #{monthOn}
                                       order by t.version desc
                                       limit 1)
               and (#{kind} is null or g.kind = #{kind})
             group by g.unit_id
            """)
    List<Sum> sums(@Param("monthOn") LocalDate monthOn, @Param("kind") @Nullable Kind kind);

    @Insert("""
            insert into task_table (month_on, version, content_hash, file_hash, file_name, imported_by, imported_at)
            values (#{table.monthOn}, #{table.version}, #{table.contentHash}, #{table.fileHash}, #{table.fileName},
                    #{table.importedBy}, #{table.importedAt})
            """)
    void insert(@Param("table") NewTable table);

    @Insert("""
            <script>
            insert into task_target (task_table_id, unit_id, kind, to_find, to_rectify)
            values
            <foreach item="target" collection="targets" separator=",">
                (#{tableId}, #{target.unitId}, #{target.kind}, #{target.find}, #{target.rectify})
            </foreach>
            </script>
            """)
    void insertTargets(@Param("tableId") long tableId, @Param("targets") List<TaskTable.Target> targets);

    /** A version. */
    record Row(long id, int version, String contentHash, Instant importedAt) {}

    /** A version to be stored. */
    record NewTable(
            LocalDate monthOn,
            int version,
            String contentHash,
            String fileHash,
            String fileName,
            long importedBy,
            Instant importedAt) {}

    /** A target as it is stored. */
    record TargetRow(long unitId, Kind kind, int toFind, int toRectify) {}

    /** A unit's targets, added up. */
    record Sum(long unitId, int toFind, int toRectify) {}
}
