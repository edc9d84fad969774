package ecobot.almanac;

import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days off in a row, or one day at work.
 *
 * @param single whether it is one day
 * @param days how many
 */
record Span(String name, boolean off, LocalDate from, LocalDate to, boolean single, long days) {

    /** The days in rows, each row of one sort and name. */
    static List<Span> of(List<SpecialDay> days) {
        var spans = new ArrayList<Span>();
        for (var day : days) {
            boolean off = day.kind() == Kind.OFF;
            var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && off && last.goesOn(day)) {
                spans.set(spans.size() - 1, span(last.name, true, last.from, day.day()));
            } else {
                spans.add(span(day.name(), off, day.day(), day.day()));
            }
        }
        return spans;
    }

    private boolean goesOn(SpecialDay day) {
        return off && name.equals(day.name()) && to.plusDays(1).equals(day.day());
    }

    private static Span span(String name, boolean off, LocalDate from, LocalDate to) {
        return new Span(name, off, from, to, from.equals(to), ChronoUnit.DAYS.between(from, to) + 1);
    }
}
