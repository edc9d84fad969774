package ecobot.issue;

import java.time.Instant;
import java.time.LocalDate;
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

    /** All that an {@link IssueRow} has. */
    String WHOLE = """
        select i.id, i.unit_id, i.reporter_id, i.group_id, i.handler_id, i.parent_id, i.merged_into, i.state, i.source, i.place,
               i.description, i.deadline_amount, i.deadline_unit, i.deadline_start_on, i.deadline_rule, i.deadline_cap,
               i.deadline_cap_unit, i.deadline_extra, i.deadline_extra_unit, i.due_on, i.due_at, i.created_at,
               i.assigned_at, i.closed_at, i.truth, i.completion, i.recheck_on,
               (select group_concat(k.kind order by k.kind) from issue_kind k where k.issue_id = i.id) as kinds
          from issue i
        """;

    @Insert("""
        insert into issue (unit_id, reporter_id, group_id, parent_id, state, source, place, description,
               deadline_amount, deadline_unit, deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit,
               deadline_extra, deadline_extra_unit, due_on, due_at, created_at, assigned_at)
        values (#{issue.unitId}, #{issue.reporterId}, #{issue.groupId}, #{issue.parentId}, #{state}, #{issue.source},
               #{issue.place}, #{issue.description}, #{issue.deadline.amount}, #{issue.deadline.unit},
               #{issue.deadline.startOn}, #{issue.deadline.rule}, #{issue.deadline.cap}, #{issue.deadline.capUnit},
               #{issue.deadline.extra}, #{issue.deadline.extraUnit}, #{issue.deadline.dueOn}, #{issue.deadline.dueAt}, #{issue.reportedAt}, #{issue.reportedAt})
        """)
    @Options(useGeneratedKeys = true, keyProperty = "id.value", keyColumn = "id")
    void add(@Param("issue") NewIssue issue, @Param("state") Issue.State state, @Param("id") NewId id);

    void addKinds(@Param("issueId") long issueId, @Param("kinds") List<Issue.Kind> kinds);

    void addPhotos(
            @Param("issueId") long issueId,
            @Param("moment") IssuePhoto.Moment moment,
            @Param("fetchIds") List<Long> fetchIds,
            @Param("addedAt") Instant addedAt);

    /** One that it has already comes with another move. */
    @Update("""
        update issue_photo
           set added_at = #{at}
         where issue_id = #{issueId}
           and fetch_id = #{fetchId}
        """)
    int bringAgain(@Param("issueId") long issueId, @Param("fetchId") long fetchId, @Param("at") Instant at);

    void addMoves(@Param("moves") List<IssueMove> moves);

    @Insert("""
        insert into issue_move (issue_id, move, from_state, to_state, member_id, moved_at, reason, inbox_id, before_course)
        values (#{m.issueId}, #{m.move}, #{m.fromState}, #{m.toState}, #{m.memberId}, #{m.movedAt}, #{m.reason},
               #{m.inboxId}, #{beforeCourse})
        """)
    @Options(useGeneratedKeys = true, keyProperty = "id.value", keyColumn = "id")
    void addMove(
            @Param("m") IssueMove move, @Param("beforeCourse") @Nullable String beforeCourse, @Param("id") NewId id);

    @Select(WHOLE + """
         where i.id = #{id}
        """)
    @Nullable
    IssueRow byId(long id);

    /** Waits for whoever is moving this issue, and then sees what he did, whatever this transaction has seen before. */
    @Select(WHOLE + """
         where i.id = #{id}
           for update
        """)
    @Nullable
    IssueRow lock(long id);

    List<IssueRow> open(@Param("filter") IssueFilter filter, @Param("limit") int limit);

    int countOpen(@Param("filter") IssueFilter filter);

    @Select(WHOLE + """
         where i.unit_id = #{unitId}
           and i.is_open = true
         order by i.id desc
         limit #{limit}
        """)
    List<IssueRow> newestOpen(@Param("unitId") long unitId, @Param("limit") int limit);

    @Select(WHOLE + """
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

    /** Writes all that moves may change, if the issue is still in the state that the move started from. */
    @Update("""
        update issue
           set state = #{to.state},
               unit_id = #{to.unitId},
               handler_id = #{to.handlerId},
               merged_into = #{to.mergedInto},
               deadline_amount = #{to.deadline.amount},
               deadline_unit = #{to.deadline.unit},
               deadline_start_on = #{to.deadline.startOn},
               deadline_rule = #{to.deadline.rule},
               deadline_cap = #{to.deadline.cap},
               deadline_cap_unit = #{to.deadline.capUnit},
               deadline_extra = #{to.deadline.extra},
               deadline_extra_unit = #{to.deadline.extraUnit},
               due_on = #{to.deadline.dueOn},
               due_at = #{to.deadline.dueAt},
               assigned_at = #{to.assignedAt},
               closed_at = #{to.closedAt},
               truth = #{to.truth},
               completion = #{to.completion},
               recheck_on = #{to.recheckOn}
         where id = #{id}
           and state = #{from}
        """)
    int setCourse(@Param("id") long id, @Param("from") Issue.State from, @Param("to") Course to);

    /** The issues that one was split into. */
    @Select(WHOLE + """
         where i.parent_id = #{parentId}
         order by i.id
        """)
    List<IssueRow> childrenOf(long parentId);

    @Select(WHOLE + """
         where i.state = #{state}
         order by i.id
         limit #{limit}
        """)
    List<IssueRow> oldestIn(@Param("state") Issue.State state, @Param("limit") int limit);

    @Select("""
        select count(*)
          from issue i
         where i.state = #{state}
        """)
    int countIn(Issue.State state);

    @Select(WHOLE + """
         where i.recheck_on <= #{day}
         order by i.recheck_on, i.id
         limit #{limit}
        """)
    List<IssueRow> toRecheck(@Param("day") LocalDate day, @Param("limit") int limit);

    @Select("""
        select count(*)
          from issue i
         where i.recheck_on <= #{day}
        """)
    int countToRecheck(LocalDate day);

    /** The newest issues of a unit, or of all when null, that are in one of some states. */
    List<IssueRow> newestIn(
            @Param("unitId") @Nullable Long unitId,
            @Param("states") List<Issue.State> states,
            @Param("limit") int limit);

    @Select("""
        select m.issue_id, m.move, m.from_state, m.to_state, m.member_id, m.moved_at, m.reason, m.inbox_id
          from issue_move m
         where m.issue_id = #{issueId}
         order by m.id
        """)
    List<IssueMove> moves(long issueId);

    /** The last move that was made, with what it was made from. That a place was noted is no move. */
    @Select("""
        select m.id, m.member_id, m.before_course
          from issue_move m
         where m.issue_id = #{issueId}
           and m.move <> 'LOCATE'
         order by m.id desc
         limit 1
           for update
        """)
    LastMove lockLastMove(long issueId);

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
        select p.issue_id, p.moment, p.fetch_id, p.added_at
          from issue_photo p
         where p.issue_id = #{issueId}
         order by p.id
        """)
    List<IssuePhoto> photos(long issueId);

    @Select("""
        select exists (select 1 from issue)
        """)
    boolean any();

    List<IssueRow> byIds(@Param("ids") List<Long> ids);

    /** The last move of each. */
    List<MadeMove> lastMoves(@Param("ids") List<Long> ids);

    /** Issues with numbers of their own, kinds apart: for demonstrations and imports. */
    void addWhole(@Param("issues") List<IssueRow> issues);

    void addWholeKinds(@Param("kinds") List<KindRow> kinds);

    /** A kind of an issue. */
    record KindRow(long issueId, Issue.Kind kind) {}

    /** A move by its id. */
    record MadeMove(long issueId, long id) {}

    /** @param beforeCourse JSON; null when the move cannot be taken back */
    record LastMove(
            long id, @Nullable Long memberId, @Nullable String beforeCourse) {}

    /** Receives the number that the database gave. */
    final class NewId {
        private long value;

        long value() {
            return value;
        }
    }
}
