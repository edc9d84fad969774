package ecobot.issue;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What follows from the photos of issues. */
@Mapper
interface IssuePhotoMapper {

    /** Photos whose consequences have not been drawn, most of them still on their way. */
    @Select("""
        select p.id, p.issue_id, p.moment, p.fetch_id, p.added_at
          from issue_photo p
         where p.settled_at is null
           and p.id > #{after}
         order by p.id
         limit #{limit}
        """)
    List<PhotoRow> unsettled(@Param("after") long after, @Param("limit") int limit);

    @Select("""
        select p.id, p.issue_id, p.moment, p.fetch_id, p.added_at
          from issue_photo p
         where p.issue_id = #{issueId}
         order by p.id
        """)
    List<PhotoRow> of(long issueId);

    /** Only whoever gets to change the row may draw the consequences. */
    @Update("""
        update issue_photo
           set settled_at = #{now}
         where id = #{id}
           and settled_at is null
        """)
    int settle(@Param("id") long id, @Param("now") Instant now);

    /** Waits for whoever is moving the issue. */
    @Select("""
        select i.id, i.unit_id, i.reporter_id, i.state, i.place, i.description
          from issue i
         where i.id = #{issueId}
           for update
        """)
    Subject lock(long issueId);

    @Update("""
        update issue
           set place = #{place}
         where id = #{issueId}
           and place is null
        """)
    int setPlace(@Param("issueId") long issueId, @Param("place") String place);

    @Insert("""
        insert into issue_move (issue_id, move, from_state, to_state, moved_at, reason)
        values (#{issue.id}, #{move}, #{issue.state}, #{issue.state}, #{at}, #{reason})
        """)
    int addMove(
            @Param("issue") Subject issue,
            @Param("move") Move move,
            @Param("at") Instant at,
            @Param("reason") String reason);

    /** Who made the move that a photo came with; null when it came with none. */
    @Select("""
        select m.member_id
          from issue_move m
         where m.issue_id = #{issueId}
           and m.moved_at = #{addedAt}
           and m.member_id is not null
         order by m.id
         limit 1
        """)
    @Nullable
    Long sender(PhotoRow photo);

    /** A photo as it is stored. */
    record PhotoRow(long id, long issueId, IssuePhoto.Moment moment, long fetchId, Instant addedAt) {}

    /** An issue, as far as its photos change it or speak of it. */
    record Subject(
            long id,
            long unitId,
            long reporterId,
            Issue.State state,
            @Nullable String place,
            String description) {}
}
