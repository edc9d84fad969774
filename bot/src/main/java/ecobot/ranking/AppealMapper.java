package ecobot.ranking;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Appeals. A decided one is never changed. */
@Mapper
interface AppealMapper {

    String COLUMNS = """
        select a.id, a.snapshot_id, a.unit_id, a.member_id, a.reason, a.filed_at, a.state, a.decided_by, a.decided_at, a.decision,
               a.corrected_id
          from appeal a
        """;

    @Insert("""
        insert into appeal (snapshot_id, unit_id, member_id, reason, filed_at, state)
        values (#{snapshotId}, #{unitId}, #{memberId}, #{reason}, #{filedAt}, 'OPEN')
        """)
    void insert(
            @Param("snapshotId") long snapshotId,
            @Param("unitId") long unitId,
            @Param("memberId") long memberId,
            @Param("reason") String reason,
            @Param("filedAt") Instant filedAt);

    @Select("select last_insert_id()")
    long inserted();

    @Select(COLUMNS + """
         where a.id = #{id}
        """)
    @Nullable
    Appeal byId(@Param("id") long id);

    @Select(COLUMNS + """
         where a.state = 'OPEN'
         order by a.id
        """)
    List<Appeal> open();

    @Select(COLUMNS + """
         where a.state = 'OPEN'
           and a.unit_id = #{unitId}
         order by a.id
        """)
    List<Appeal> openOf(@Param("unitId") long unitId);

    /** Granted ones whose table was not posted yet; only the transaction that grants them ever sees one. */
    @Select(COLUMNS + """
         where a.state = 'GRANTED'
           and a.corrected_id is null
         order by a.id
        """)
    List<Appeal> toPost();

    /** @return 0 when it was not open any more */
    @Update("""
        update appeal
           set state = #{state}, decided_by = #{decidedBy}, decided_at = #{at}, decision = #{decision}
         where id = #{id}
           and state = 'OPEN'
        """)
    int decide(
            @Param("id") long id,
            @Param("state") Appeal.State state,
            @Param("decidedBy") @Nullable Long decidedBy,
            @Param("at") Instant at,
            @Param("decision") String decision);

    @Update("""
        update appeal
           set corrected_id = #{snapshotId}
         where id = #{id}
        """)
    void posted(@Param("id") long id, @Param("snapshotId") long snapshotId);
}
