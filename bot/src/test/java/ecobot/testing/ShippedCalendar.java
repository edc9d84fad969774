package ecobot.testing;

import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.YearNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The notices that ship with the application, read from the migration. */
public final class ShippedCalendar {

    private static final Pattern DAY = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', '(OFF|WORK)', '([^']*)'\\)");
    private static final List<SpecialDay> DAYS = read();

    private ShippedCalendar() {}

    public static WorkCalendar calendar() {
        return with(List.of());
    }

    /** The same and more years. */
    public static WorkCalendar with(List<YearNotice> more) {
        var notices = new ArrayList<>(List.of(notice(2025), notice(2026)));
        notices.addAll(more);
        return WorkCalendar.of(notices);
    }

    public static Set<LocalDate> days(Kind kind) {
        return DAYS.stream()
                .filter(day -> day.kind() == kind)
                .map(SpecialDay::day)
                .collect(Collectors.toSet());
    }

    private static YearNotice notice(int year) {
        return new YearNotice(
                year,
                "shipped",
                DAYS.stream().filter(day -> day.day().getYear() == year).toList());
    }

    private static List<SpecialDay> read() {
        try {
            return DAY.matcher(Files.readString(Path.of("../sql/migration/V002__calendar.sql")))
                    .results()
                    .map(found -> new SpecialDay(
                            LocalDate.parse(found.group(1)), Kind.valueOf(found.group(2)), found.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
