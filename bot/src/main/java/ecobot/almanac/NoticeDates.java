package ecobot.almanac;

import ecobot.almanac.NoticeWords.Wrong;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates in a piece of a sentence: single ones, lists and ranges. A date without a month is of the month before it; one without a year is
 * of the notice's year, and of the year before where a range ends in an earlier month than it begins.
 */
final class NoticeDates {

    private final Pattern date;
    private final Pattern to;
    private final Pattern weekday;
    private final List<String> weekdays;

    NoticeDates(NoticeWords words) {
        this.date = Pattern.compile(words.date());
        this.to = Pattern.compile(words.to());
        this.weekday = Pattern.compile(words.weekday());
        this.weekdays = words.weekdays();
    }

    /**
     * The days, in order.
     *
     * @param folded the piece, folded
     * @throws Unclear when there is no such day, or it is another day of the week than the piece says
     */
    List<LocalDate> in(String folded, int noticeYear) {
        var said = said(folded);
        var days = new ArrayList<LocalDate>();
        LocalDate before = null;
        for (int i = 0; i < said.size(); i++) {
            var first = said.get(i);
            if (i + 1 < said.size() && isRange(folded, first, said.get(i + 1))) {
                var last = said.get(++i);
                var from = day(first, before, noticeYear - (wraps(first, last) ? 1 : 0));
                var until = day(last, from, wraps(first, last) ? from.getYear() + 1 : from.getYear());
                if (!until.isAfter(from)) {
                    throw new Unclear(Wrong.BACKWARDS);
                }
                from.datesUntil(until.plusDays(1)).forEach(days::add);
                before = until;
            } else {
                before = day(first, before, noticeYear);
                days.add(before);
            }
        }
        return days;
    }

    private List<Said> said(String folded) {
        var all = new ArrayList<Said>();
        var found = date.matcher(folded);
        while (found.find()) {
            var note = found.group("note");
            all.add(new Said(
                    number(found, "year"),
                    number(found, "month"),
                    number(found, "day"),
                    note == null ? "" : note,
                    found.start(),
                    found.end()));
        }
        return all;
    }

    private static int number(Matcher found, String group) {
        var digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private boolean isRange(String folded, Said first, Said last) {
        return to.matcher(folded.substring(first.end, last.start).strip()).matches();
    }

    private static boolean wraps(Said first, Said last) {
        return last.month > 0 && last.month < first.month;
    }

    private LocalDate day(Said said, @Nullable LocalDate before, int yearIfNone) {
        var goesOnFrom = said.month == 0 ? before : null;
        int month = goesOnFrom == null ? said.month : goesOnFrom.getMonthValue();
        int year = said.year > 0 ? said.year : goesOnFrom == null ? yearIfNone : goesOnFrom.getYear();
        if (year <= NoticeReader.NO_YEAR) {
            throw new Unclear(Wrong.NO_YEAR);
        }
        try {
            var day = LocalDate.of(year, month, said.day);
            checkWeekday(said.note, day);
            return day;
        } catch (DateTimeException e) {
            throw new Unclear(Wrong.NO_SUCH_DAY);
        }
    }

    private void checkWeekday(String note, LocalDate day) {
        var said = weekday.matcher(note);
        if (said.find() && !weekdays.get(day.getDayOfWeek().getValue() - 1).contains(said.group("day"))) {
            throw new Unclear(Wrong.OTHER_WEEKDAY);
        }
    }

    /**
     * A date as it stands there.
     *
     * @param year 0 when there is none; likewise the month
     * @param note what stands in brackets behind it
     */
    private record Said(int year, int month, int day, String note, int start, int end) {}
}
