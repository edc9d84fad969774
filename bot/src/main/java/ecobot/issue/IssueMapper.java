package ecobot.issue;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The issue's tables. What depends on a filter, or inserts several rows, is in {@code sql/mapper/issue/IssueMapper.xml}. */
@Mapper
interface IssueMapper {

    @Insert("""
        insert into issue (unit_id, reporter_id, group_id, state, source, place, description,
               deadline_amount, deadline_unit, deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit,
               due_on, due_at, created_at)
        values (#{issue.unitId}, #{issue.reporterId}, #{issue.groupId}, #{state}, #{issue.source}, #{issue.place},
               #{issue.description}, #{issue.deadline.amount}, #{issue.deadline.unit}, #{issue.deadline.startOn},
               #{issue.deadline.rule}, #{issue.deadline.cap}, #{issue.deadline.capUnit},
               #{issue.deadline.dueOn}, #{issue.deadline.dueAt}, #{issue.reportedAt})
        """)
    @Options(useGeneratedKeys = true, keyProperty = "id.value", keyColumn = "id")
    void add(@Param("issue") NewIssue issue, @Param("state") Issue.State state, @Param("id") NewId id);

    void addKinds(@Param("issueId") long issueId, @Param("kinds") List<Issue.Kind> kinds);

    void addPhotos(
            @Param("issueId") long issueId,
            @Param("moment") IssuePhoto.Moment moment,
            @Param("fetchIds") List<Long> fetchIds,
            @Param("addedAt") Instant addedAt);

    void addMoves(@Param("moves") List<IssueMove> moves);

    @Select("""
        select i.id, i.unit_id, i.reporter_id, i.group_id, i.state, i.source, i.place, i.description,
               i.deadline_amount, i.deadline_unit, i.deadline_start_on, i.deadline_rule, i.deadline_cap, i.deadline_cap_unit,
               i.due_on, i.due_at, i.created_at, i.closed_at,
               (select group_concat(k.kind order by k.kind) from issue_kind k where k.issue_id = i.id) as kinds
          from issue i
         where i.id = #{id}
        """)
    @Nullable
    IssueRow byId(long id);

    /** Waits for whoever is moving this issue, and then sees what he did, whatever this transaction has seen before. */
    @Select("""
        select i.id, i.unit_id, i.reporter_id, i.group_id, i.state, i.source, i.place, i.description,
               i.deadline_amount, i.deadline_unit, i.deadline_start_on, i.deadline_rule, i.deadline_cap, i.deadline_cap_unit,
               i.due_on, i.due_at, i.created_at, i.closed_at,
               (select group_concat(k.kind order by k.kind) from issue_kind k where k.issue_id = i.id) as kinds
          from issue i
         where i.id = #{id}
           for update
        """)
    @Nullable
    IssueRow lock(long id);

    List<IssueRow> open(@Param("filter") IssueFilter filter, @Param("limit") int limit);

    int countOpen(@Param("filter") IssueFilter filter);

    @Select("""
        select i.id, i.unit_id, i.reporter_id, i.group_id, i.state, i.source, i.place, i.description,
               i.deadline_amount, i.deadline_unit, i.deadline_start_on, i.deadline_rule, i.deadline_cap, i.deadline_cap_unit,
               i.due_on, i.due_at, i.created_at, i.closed_at,
               (select group_concat(k.kind order by k.kind) from issue_kind k where k.issue_id = i.id) as kinds
          from issue i
         where i.unit_id = #{unitId}
           and i.is_open = true
         order by i.id desc
         limit #{limit}
        """)
    List<IssueRow> newestOpen(@Param("unitId") long unitId, @Param("limit") int limit);

    @Select("""
        select i.id, i.unit_id, i.reporter_id, i.group_id, i.state, i.source, i.place, i.description,
               i.deadline_amount, i.deadline_unit, i.deadline_start_on, i.deadline_rule, i.deadline_cap, i.deadline_cap_unit,
               i.due_on, i.due_at, i.created_at, i.closed_at,
               (select group_concat(k.kind order by k.kind) from issue_kind k where k.issue_id = i.id) as kinds
          from issue i
         where i.reporter_id = #{memberId}
         order by i.id desc
         limit #{limit}
        """)
    List<IssueRow> reportedBy(@Param("memberId") long memberId, @Param("limit") int limit);

    @Select("""
        select count(*)
          from issue i
         where i.reporter_id = #{memberId}
        """)
    int countReportedBy(long memberId);

    @Update("""
        update issue
           set state = #{to},
               closed_at = #{closedAt}
         where id = #{id}
           and state = #{from}
        """)
    int setState(
            @Param("id") long id,
            @Param("from") Issue.State from,
            @Param("to") Issue.State to,
            @Param("closedAt") @Nullable Instant closedAt);

    @Select("""
        select m.issue_id, m.move, m.from_state, m.to_state, m.member_id, m.moved_at, m.reason, m.inbox_id
          from issue_move m
         where m.issue_id = #{issueId}
         order by m.id
        """)
    List<IssueMove> moves(long issueId);

    /** The history while the issue is locked: also what was committed after this transaction first read. */
    @Select("""
        select m.issue_id, m.move, m.from_state, m.to_state, m.member_id, m.moved_at, m.reason, m.inbox_id
          from issue_move m
         where m.issue_id = #{issueId}
         order by m.id
           for update
        """)
    List<IssueMove> lockMoves(long issueId);

    @Select("""
        select p.issue_id, p.moment, p.fetch_id
          from issue_photo p
         where p.issue_id = #{issueId}
         order by p.id
        """)
    List<IssuePhoto> photos(long issueId);

    /**
     * Ranges, each from an index of its own that holds all it needs, counted in one pass. What was closed at {@code now} or later was
     * open then.
     */
    @Select("""
        select f.unit_id,
               sum(f.due) as due,
               sum(f.closed_on_time) as closed_on_time,
               sum(f.closed_late) as closed_late,
               sum(f.reported) as reported,
               sum(f.closed) as closed,
               sum(f.overdue_now) as overdue_now
          from (select i.unit_id, 1 as due,
                       case when i.closed_at <= i.due_at and i.closed_at < #{now} then 1 else 0 end as closed_on_time,
                       case when i.closed_at > i.due_at and i.closed_at < #{now} then 1 else 0 end as closed_late,
                       0 as reported, 0 as closed, 0 as overdue_now
                  from issue i
                 where i.due_at >= #{from}
                   and i.due_at < #{to}
                   and i.state not in ('REJECTED', 'WITHDRAWN')
                 union all
                select i.unit_id, 0, 0, 0, 1, 0, 0
                  from issue i
                 where i.created_at >= #{from}
                   and i.created_at < #{to}
                   and i.state not in ('REJECTED', 'WITHDRAWN')
                 union all
                select i.unit_id, 0, 0, 0, 0, 1, 0
                  from issue i
                 where i.closed_at >= #{from}
                   and i.closed_at < #{to}
                   and i.closed_at < #{now}
                 union all
                select i.unit_id, 0, 0, 0, 0, 0, 1
                  from issue i
                 where i.is_open = true
                   and i.due_at < #{now}
                 union all
                select i.unit_id, 0, 0, 0, 0, 0, 1
                  from issue i
                 where i.closed_at >= #{now}
                   and i.due_at < #{now}) f
         group by f.unit_id
         order by f.unit_id
        """)
    List<UnitFigures> figures(@Param("from") Instant from, @Param("to") Instant to, @Param("now") Instant now);

    @Select("""
        select exists (select 1 from issue)
        """)
    boolean any();

    /** Issues with numbers of their own, kinds apart: for demonstrations and imports. */
    void addWhole(@Param("issues") List<IssueRow> issues);

    void addWholeKinds(@Param("kinds") List<KindRow> kinds);

    /** A kind of an issue. */
    record KindRow(long issueId, Issue.Kind kind) {}

    /** Receives the number that the database gave. */
    final class NewId {
        private long value;

        long value() {
            return value;
        }
    }
}
