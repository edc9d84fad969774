package ecobot.testing;

import ecobot.calendar.CalendarNotices;
import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.YearNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice for 2027 that nobody ever published, and how to be rid of it. */
public class MadeUpNotice {

    /** In the official wording. */
    public static final String TEXT = """
            一、元旦：1月1日（周五）至3日（周日）放假，共3天。
            二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月13日（周六）、2月14日（周日）上班。
            三、劳动节：5月1日（周六）至4日（周二）放假调休，共4天。5月8日（周六）上班。
            四、国庆节：9月30日（周四）至10月6日（周三）放假调休，共7天。""";

    private final CalendarNotices notices;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    MadeUpNotice(CalendarNotices notices, JdbcClient sql, TransactionTemplate transaction) {
        this.notices = notices;
        this.sql = sql;
        this.transaction = transaction;
    }

    /** New Year, with a day off more; Labour Day and National Day as the law has them. */
    public static YearNotice notice() {
        var days = new ArrayList<SpecialDay>();
        for (var off : List.of("2027-01-01", "2027-01-04", "2027-05-01", "2027-10-01")) {
            days.add(new SpecialDay(LocalDate.parse(off), Kind.OFF, "made up"));
        }
        return new YearNotice(2027, "made up", days);
    }

    public void load() {
        transaction.executeWithoutResult(status -> notices.replace(notice(), null));
    }

    /** As if 2027 had never been loaded. */
    public void forget() {
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from calendar_year where year = 2027").update();
            sql.sql("delete from calendar_day where notice_year = 2027").update();
            notices.unset(LocalDate.of(2027, 12, 31));
        });
    }
}
