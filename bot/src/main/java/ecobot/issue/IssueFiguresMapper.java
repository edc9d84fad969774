package ecobot.issue;

import ecobot.issue.Issue.Kind;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@link TallyMapper#figures} of one issue. */
@Mapper
interface IssueFiguresMapper {

    @Select("""
        select f.unit_id,
               f.in_span as due,
               f.in_span and f.closed_at <= f.due_at and f.closed_at < #{span.now} as closed_on_time,
               f.in_span and f.closed_at > f.due_at and f.closed_at < #{span.now} as closed_late,
               f.reported,
               f.closed,
               f.overdue as overdue_now,
               f.overdue and f.due_at < #{span.longBefore} as overdue_long,
               f.overdue and f.due_at < #{span.veryLongBefore} as overdue_very_long,
               f.passed_first + f.failed_first as verified,
               f.passed_first,
               f.sent_back,
               f.failed_rechecks
          from (select i.unit_id,
                       i.due_at,
                       coalesce(i.closed_at, '9999-12-31') as closed_at,
                       i.due_at >= #{span.from} and i.due_at < #{span.to}
        """ + TallyMapper.COUNTS + """
                       as in_span,
                       i.created_at >= #{span.from} and i.created_at < #{span.to}
        """ + TallyMapper.COUNTS + """
                       as reported,
                       coalesce(i.closed_at >= #{span.from} and i.closed_at < #{span.to} and i.closed_at < #{span.now}, false)
                       as closed,
                       i.due_at < #{span.now} and (i.is_open or coalesce(i.closed_at >= #{span.now}, false)) as overdue,
                       (select count(*)
                          from issue_move m
                         where m.issue_id = i.id
                           and m.move = 'VERIFY'
        """ + TallyMapper.MADE_IN_PERIOD
            + TallyMapper.FIRST_VERDICT + TallyMapper.COUNTS
            + """
                       ) as passed_first,
                       (select count(*)
                          from issue_move m
                         where m.issue_id = i.id
                           and m.move = 'SEND_BACK'
        """ + TallyMapper.MADE_IN_PERIOD + TallyMapper.FIRST_VERDICT + TallyMapper.COUNTS
            + """
                       ) as failed_first,
                       (select count(*)
                          from issue_move m
                         where m.issue_id = i.id
                           and m.move = 'SEND_BACK'
        """ + TallyMapper.MADE_IN_PERIOD + TallyMapper.COUNTS
            + """
                       ) as sent_back,
                       (select count(*)
                          from issue_move m
                         where m.issue_id = i.id
                           and m.move = 'RECHECK_FAIL'
        """ + TallyMapper.MADE_IN_PERIOD + TallyMapper.COUNTS
            + """
                       ) as failed_rechecks
                  from issue i
                 where i.id = #{number}
        """ + TallyMapper.OF_KIND + """
                       ) f
        """)
    @Nullable
    UnitFigures figures(
            @Param("number") long number, @Param("span") TallySpan span, @Param("kind") @Nullable Kind kind);
}
