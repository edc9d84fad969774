package ecobot.calendar;

import com.nlf.calendar.util.HolidayUtil;
import ecobot.calendar.SpecialDay.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the years that the library {@code cn.6tail:lunar} knows and the tables do not, at every start: a newer library brings newer years. What is
 * loaded is never touched, for it may have been edited.
 */
@Component
@Order(0)
class LibrarySeed implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(LibrarySeed.class);

    private static final int FIRST_YEAR = 2001;
    private static final int LAST_YEAR = 2099;
    private static final String SOURCE = "cn.6tail:lunar";

    private final CalendarMapper calendar;
    private final NoticeMapper rows;
    private final CalendarNotices notices;
    private final TransactionTemplate transaction;

    LibrarySeed(CalendarMapper calendar, NoticeMapper rows, CalendarNotices notices, TransactionTemplate transaction) {
        this.calendar = calendar;
        this.rows = rows;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<YearNotice> library = library();
        List<Integer> known = calendar.years();
        if (known.containsAll(library.stream().map(YearNotice::year).toList())) {
            return;
        }
        List<Integer> loaded = seed(library);
        log.info("calendar: {} years from {}", loaded.size(), SOURCE);
    }

    /** Nodes that start together wait for each other, and the later ones find everything there. */
    List<Integer> seed(List<YearNotice> library) {
        return transaction.<List<Integer>>execute(status -> {
            rows.count();
            List<Integer> known = calendar.years();
            List<YearNotice> missing = library.stream()
                    .filter(notice -> !known.contains(notice.year()))
                    .toList();
            missing.forEach(notice -> notices.replace(notice, null));
            return missing.stream().map(YearNotice::year).toList();
        });
    }

    /** The library's whole years. */
    static List<YearNotice> library() {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(LibrarySeed::notice)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A year that it has only in part (2001), or with a make-up day on a weekday (2012), is no notice. */
    private static Optional<YearNotice> notice(int year) {
        List<SpecialDay> days = HolidayUtil.getHolidays(year).stream()
                .map(holiday -> new SpecialDay(
                        java.time.LocalDate.parse(holiday.getDay()),
                        holiday.isWork() ? Kind.WORK : Kind.OFF,
                        holiday.getName()))
                .toList();
        try {
            return days.isEmpty() ? Optional.empty() : Optional.of(new YearNotice(year, SOURCE, days));
        } catch (FlawedNotice partial) {
            return Optional.empty();
        }
    }
}
