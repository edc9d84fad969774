package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/**
 * Counts and the issues behind them, read alike, from issues and moves; the figures are what the counters have to agree with. Ranges, each from
 * an index of its own, one branch for each. What was closed at {@code now} or later was open then; a move counts unless the next one of its
 * issue took it back.
 */
@Mapper
interface TallyMapper {

    /** Issues that count. */
    String COUNTS = """
         and i.state not in ('REJECTED', 'WITHDRAWN', 'MERGED', 'SPLIT')
        """;

    /** Issues of the kind that is asked for, or the only one. */
    String ASKED_FOR = """
         and (#{number} is null or i.id = #{number})
         and (#{kind} is null or exists (select 1
                                           from issue_kind k
                                          where k.issue_id = i.id
                                            and k.kind = #{kind}))
        """;

    /** Moves {@code m} of the period that were not taken back. */
    String MADE_IN_PERIOD = """
         and m.moved_at >= #{span.from}
         and m.moved_at < #{span.to}
         and m.moved_at < #{span.now}
         and not exists (select 1
                           from issue_move t
                          where t.issue_id = m.issue_id
                            and t.id > m.id
                            and t.move = 'TAKE_BACK'
                            and t.moved_at < #{span.now}
                            and not exists (select 1
                                              from issue_move b
                                             where b.issue_id = t.issue_id
                                               and b.id > m.id
                                               and b.id < t.id
                                               and b.move <> 'LOCATE'))
        """;

    /** No verdict on the same issue before {@code m} that stood. */
    String FIRST_VERDICT = """
         and not exists (select 1
                           from issue_move e
                          where e.issue_id = m.issue_id
                            and e.id < m.id
                            and e.move in ('VERIFY', 'SEND_BACK')
                            and not exists (select 1
                                              from issue_move t
                                             where t.issue_id = e.issue_id
                                               and t.id > e.id
                                               and t.move = 'TAKE_BACK'
                                               and not exists (select 1
                                                                 from issue_move b
                                                                where b.issue_id = t.issue_id
                                                                  and b.id > e.id
                                                                  and b.id < t.id
                                                                  and b.move <> 'LOCATE')))
        """;

    default List<UnitFigures> figures(TallySpan span, @Nullable Kind kind) {
        return figures(span, kind, null);
    }

    /**
     * Unit by unit.
     *
     * @param kind null for all
     * @param number the only issue that is counted, of whose unit there is a row even if it counts nowhere; null for all
     */
    @Select("""
        select f.unit_id,
               sum(case when f.what in ('ON_TIME', 'LATE', 'UNCLOSED') then f.n else 0 end) as due,
               sum(case when f.what = 'ON_TIME' then f.n else 0 end) as closed_on_time,
               sum(case when f.what = 'LATE' then f.n else 0 end) as closed_late,
               sum(case when f.what = 'REPORTED' then f.n else 0 end) as reported,
               sum(case when f.what = 'CLOSED' then f.n else 0 end) as closed,
               sum(case when f.what in ('OVERDUE', 'OVERDUE_LONG', 'OVERDUE_VERY_LONG') then f.n else 0 end) as overdue_now,
               sum(case when f.what in ('OVERDUE_LONG', 'OVERDUE_VERY_LONG') then f.n else 0 end) as overdue_long,
               sum(case when f.what = 'OVERDUE_VERY_LONG' then f.n else 0 end) as overdue_very_long,
               sum(case when f.what in ('FIRST_PASSED', 'NOT_FIRST_PASSED') then f.n else 0 end) as verified,
               sum(case when f.what = 'FIRST_PASSED' then f.n else 0 end) as passed_first,
               sum(case when f.what = 'SENT_BACK' then f.n else 0 end) as sent_back,
               sum(case when f.what = 'RECHECK_FAILED' then f.n else 0 end) as failed_rechecks
          from (select i.unit_id,
                       case when i.closed_at <= i.due_at and i.closed_at < #{span.now} then 'ON_TIME'
                            when i.closed_at > i.due_at and i.closed_at < #{span.now} then 'LATE'
                            else 'UNCLOSED' end as what,
                       count(*) as n
                  from issue i
                 where i.due_at >= #{span.from}
                   and i.due_at < #{span.to}
        """ + COUNTS + ASKED_FOR + """
                 group by i.unit_id, what
                 union all
                select i.unit_id, 'REPORTED' as what, count(*) as n
                  from issue i
                 where i.created_at >= #{span.from}
                   and i.created_at < #{span.to}
        """ + COUNTS + ASKED_FOR + """
                 group by i.unit_id
                 union all
                select i.unit_id, 'CLOSED' as what, count(*) as n
                  from issue i
                 where i.closed_at >= #{span.from}
                   and i.closed_at < #{span.to}
                   and i.closed_at < #{span.now}
        """ + ASKED_FOR + """
                 group by i.unit_id
                 union all
                select i.unit_id,
                       case when i.due_at < #{span.veryLongBefore} then 'OVERDUE_VERY_LONG'
                            when i.due_at < #{span.longBefore} then 'OVERDUE_LONG'
                            else 'OVERDUE' end as what,
                       count(*) as n
                  from issue i
                 where i.is_open = true
                   and i.due_at < #{span.now}
        """ + ASKED_FOR + """
                 group by i.unit_id, what
                 union all
                select i.unit_id,
                       case when i.due_at < #{span.veryLongBefore} then 'OVERDUE_VERY_LONG'
                            when i.due_at < #{span.longBefore} then 'OVERDUE_LONG'
                            else 'OVERDUE' end as what,
                       count(*) as n
                  from issue i
                 where i.closed_at >= #{span.now}
                   and i.due_at < #{span.now}
        """ + ASKED_FOR
            + """
                 group by i.unit_id, what
                 union all
                select i.unit_id, case when m.move = 'SEND_BACK' then 'SENT_BACK' else 'RECHECK_FAILED' end as what,
                       count(*) as n
                  from issue_move m
                  join issue i on i.id = m.issue_id
                 where m.move in ('SEND_BACK', 'RECHECK_FAIL')
        """
            + MADE_IN_PERIOD + COUNTS + ASKED_FOR + """
                 group by i.unit_id, what
                 union all
                select i.unit_id, case when m.move = 'VERIFY' then 'FIRST_PASSED' else 'NOT_FIRST_PASSED' end as what,
                       count(*) as n
                  from issue_move m
                  join issue i on i.id = m.issue_id
                 where m.move in ('VERIFY', 'SEND_BACK')
        """ + MADE_IN_PERIOD + FIRST_VERDICT + COUNTS + ASKED_FOR
            + """
                 group by i.unit_id, what
                 union all
                select i.unit_id, 'NOTHING' as what, 0 as n
                  from issue i
                 where i.id = #{number}
        """ + ASKED_FOR + """
               ) f
         group by f.unit_id
         order by f.unit_id
        """)
    List<UnitFigures> figures(
            @Param("span") TallySpan span, @Param("kind") @Nullable Kind kind, @Param("number") @Nullable Long number);

    @Select("""
        select f.mark, f.number
          from (select case when i.closed_at > i.due_at and i.closed_at < #{span.now} then 'LATE' else 'UNCLOSED' end as mark,
                       i.id as number
                  from issue i
                 where i.unit_id = #{unitId}
                   and i.due_at >= #{span.from}
                   and i.due_at < #{span.to}
                   and (i.closed_at is null or i.closed_at > i.due_at or i.closed_at >= #{span.now})
        """ + COUNTS + """
                 union all
                select case when i.due_at < #{span.veryLongBefore} then 'OVERDUE_VERY_LONG'
                            when i.due_at < #{span.longBefore} then 'OVERDUE_LONG'
                            else 'OVERDUE' end as mark,
                       i.id as number
                  from issue i
                 where i.unit_id = #{unitId}
                   and i.is_open = true
                   and i.due_at < #{span.now}
                 union all
                select case when i.due_at < #{span.veryLongBefore} then 'OVERDUE_VERY_LONG'
                            when i.due_at < #{span.longBefore} then 'OVERDUE_LONG'
                            else 'OVERDUE' end as mark,
                       i.id as number
                  from issue i
                 where i.unit_id = #{unitId}
                   and i.closed_at >= #{span.now}
                   and i.due_at < #{span.now}
                 union all
                select case when m.move = 'SEND_BACK' then 'SENT_BACK' else 'RECHECK_FAILED' end as mark, i.id as number
                  from issue_move m
                  join issue i on i.id = m.issue_id
                 where i.unit_id = #{unitId}
                   and m.move in ('SEND_BACK', 'RECHECK_FAIL')
        """ + MADE_IN_PERIOD + COUNTS + """
                 union all
                select 'NOT_FIRST_PASSED' as mark, i.id as number
                  from issue_move m
                  join issue i on i.id = m.issue_id
                 where i.unit_id = #{unitId}
                   and m.move = 'SEND_BACK'
        """ + MADE_IN_PERIOD + FIRST_VERDICT + COUNTS + """
               ) f
         order by f.mark, f.number
         limit 500
        """)
    List<IssueMark> behind(@Param("unitId") long unitId, @Param("span") TallySpan span);
}
