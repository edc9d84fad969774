package ecobot.training;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Who comes to a session, and who came. */
@Mapper
interface SignUpMapper {

    /** @return 0 when this person had signed up before */
    @Insert("""
        insert into training_signup (session_id, member_id, signed_at)
        values (#{sessionId}, #{memberId}, #{at})
            on duplicate key update signed_at = coalesce(signed_at, values(signed_at))
        """)
    int put(@Param("sessionId") long sessionId, @Param("memberId") long memberId, @Param("at") Instant at);

    @Delete("""
        delete from training_signup
         where session_id = #{sessionId}
           and member_id = #{memberId}
           and attended is null
        """)
    int remove(@Param("sessionId") long sessionId, @Param("memberId") long memberId);

    @Select("""
        select member_id, signed_at, attended
          from training_signup
         where session_id = #{sessionId}
         order by signed_at, member_id
        """)
    List<Row> of(@Param("sessionId") long sessionId);

    @Select("""
        select session_id
          from training_signup
         where member_id = #{memberId}
           and signed_at is not null
         order by session_id
        """)
    List<Long> sessionsOf(@Param("memberId") long memberId);

    /** What an earlier list said is forgotten; so is who came without signing up. */
    @Delete("""
        delete from training_signup
         where session_id = #{sessionId}
           and signed_at is null
        """)
    void forgetGuests(@Param("sessionId") long sessionId);

    @Update("""
        update training_signup
           set attended = #{attended}
         where session_id = #{sessionId}
        """)
    void markAll(@Param("sessionId") long sessionId, @Param("attended") boolean attended);

    @Insert("""
        insert into training_signup (session_id, member_id, attended)
        values (#{sessionId}, #{memberId}, #{attended})
            on duplicate key update attended = values(attended)
        """)
    void mark(
            @Param("sessionId") long sessionId, @Param("memberId") long memberId, @Param("attended") boolean attended);

    /**
     * One person.
     *
     * @param signedAt null for who came without signing up
     * @param attended null until the list is here
     */
    record Row(
            long memberId,
            @Nullable Instant signedAt,
            @Nullable Boolean attended) {}
}
