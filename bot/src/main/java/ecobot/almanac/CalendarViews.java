package ecobot.almanac;

import ecobot.calendar.CalendarNotices;
import ecobot.calendar.CalendarNotices.Stored;
import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.YearNotice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the command shows. */
@Component
class CalendarViews {

    private static final int DAYS_AHEAD = 30;
    private static final int SPANS_AHEAD = 6;
    private static final int CHANGES_SHOWN = 40;

    private final CalendarNotices notices;
    private final AlmanacWords words;

    CalendarViews(CalendarNotices notices, Templates templates) {
        this.notices = notices;
        this.words = templates.words("almanac/calendar-words", AlmanacWords.class);
    }

    /** What comes next, and of which years nothing is known. */
    Reply overview(LocalDate today) {
        var years = notices.years();
        var known = years.stream()
                .filter(year -> year >= today.getYear() - 1)
                .map(String::valueOf)
                .collect(Collectors.joining(words.listSeparator()));
        var unknown = Stream.of(today.getYear(), today.getYear() + 1)
                .filter(year -> !years.contains(year))
                .map(UnknownYear::new)
                .toList();
        var next = Span.of(notices.from(today, DAYS_AHEAD)).stream()
                .limit(SPANS_AHEAD)
                .toList();
        return Reply.of("almanac/overview", new Overview(next, known, unknown));
    }

    Reply year(int year) {
        return notices.of(year)
                .map(stored -> Reply.of("almanac/year", Year.of(year, stored.title(), stored.days())))
                .orElseGet(() -> Reply.of("almanac/year-unknown", new UnknownYear(year)));
    }

    /** A notice that waits for its confirmation. */
    Reply proposed(YearNotice notice, int moved) {
        var stored = notices.of(notice.year());
        var changes = changes(stored.map(Stored::days).orElse(List.of()), notice.days());
        var view = new Proposed(
                Year.of(notice.year(), notice.title(), notice.days()),
                stored.isPresent(),
                changes.stream().limit(CHANGES_SHOWN).toList(),
                moved);
        return Reply.of("almanac/confirm-notice", view);
    }

    /** Whether the notice would change nothing. */
    boolean isKnown(YearNotice notice) {
        return notices.of(notice.year())
                .filter(stored -> changes(stored.days(), notice.days()).isEmpty())
                .isPresent();
    }

    /** A day that waits for its confirmation. */
    Reply proposed(LocalDate day, @Nullable Kind kind, String name, int moved) {
        var before = notices.on(day).map(SpecialDay::kind).orElse(null);
        return Reply.of("almanac/confirm-day", new ProposedDay(Change.of(day, before, kind), name, moved));
    }

    private static List<Change> changes(List<SpecialDay> before, List<SpecialDay> after) {
        var old = byDay(before);
        var fresh = byDay(after);
        var all = new TreeMap<LocalDate, Boolean>();
        old.keySet().forEach(day -> all.put(day, true));
        fresh.keySet().forEach(day -> all.put(day, true));
        return all.keySet().stream()
                .filter(day -> old.get(day) != fresh.get(day))
                .map(day -> Change.of(day, old.get(day), fresh.get(day)))
                .toList();
    }

    private static Map<LocalDate, Kind> byDay(List<SpecialDay> days) {
        return days.stream().collect(Collectors.toMap(SpecialDay::day, SpecialDay::kind));
    }

    /** @param known years, written out */
    record Overview(List<Span> next, String known, List<UnknownYear> unknown) {}

    record UnknownYear(int year) {}

    /** A year's list. */
    record Year(int year, String title, List<Span> spans, long off, long work) {
        static Year of(int year, String title, List<SpecialDay> days) {
            var counts = days.stream().collect(Collectors.groupingBy(SpecialDay::kind, Collectors.counting()));
            return new Year(
                    year, title, Span.of(days), counts.getOrDefault(Kind.OFF, 0L), counts.getOrDefault(Kind.WORK, 0L));
        }
    }

    /**
     * A notice that waits.
     *
     * @param replaces whether the year was known
     * @param moved how many open issues would get another date
     */
    record Proposed(Year notice, boolean replaces, List<Change> changes, int moved) {}

    record ProposedDay(Change change, String name, int moved) {}

    /** Before and after of one day; exactly one of each three is true. */
    record Change(
            LocalDate day,
            boolean wasOff,
            boolean wasWork,
            boolean wasUsual,
            boolean off,
            boolean work,
            boolean usual) {
        static Change of(LocalDate day, @Nullable Kind before, @Nullable Kind after) {
            return new Change(
                    day,
                    before == Kind.OFF,
                    before == Kind.WORK,
                    before == null,
                    after == Kind.OFF,
                    after == Kind.WORK,
                    after == null);
        }
    }
}
