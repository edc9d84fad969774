package ecobot.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rows that ship with the application, read from the migration itself, so that no second list can drift from it. */
public final class ShippedNotices {

    private static final Pattern YEAR = Pattern.compile("\\((\\d{4}), '");
    private static final Pattern DAY = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', '(OFF|WORK)'");

    private ShippedNotices() {}

    static CalendarMapper mapper() {
        String sql = migration();
        return new CalendarMapper() {
            @Override
            public List<Integer> years() {
                return YEAR.matcher(sql)
                        .results()
                        .map(found -> Integer.valueOf(found.group(1)))
                        .toList();
            }

            @Override
            public List<LocalDate> days(String kind) {
                return DAY.matcher(sql)
                        .results()
                        .filter(found -> found.group(2).equals(kind))
                        .map(ShippedNotices::day)
                        .toList();
            }
        };
    }

    /** A calendar of the shipped rows. */
    public static WorkCalendar calendar() {
        return new NoticeCalendar(mapper(), java.time.Clock.systemUTC());
    }

    private static LocalDate day(MatchResult found) {
        return LocalDate.parse(found.group(1));
    }

    private static String migration() {
        try {
            return Files.readString(Path.of("../sql/migration/V002__calendar.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
