package ecobot.issue;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Formats;
import ecobot.chat.Templates;
import ecobot.issue.Deadline.DayUnit;
import ecobot.issue.DeadlinePhrases.Found;
import ecobot.issue.Issue.Source;
import ecobot.issue.Means.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works deadlines out: from the source's rule or from what was typed, through the calendar, to the end of a working day. */
@Component
class Deadlines {

    private final DeadlineWords words;
    private final DeadlinePhrases phrases;
    private final WorkCalendar calendar;
    private final Formats formats;

    Deadlines(Templates templates, WorkCalendar calendar, Formats formats) {
        this.words = templates.words("issue/deadlines", DeadlineWords.class);
        this.phrases = new DeadlinePhrases(words);
        this.calendar = calendar;
        this.formats = formats;
    }

    /** Words for a deadline somewhere in a folded text. */
    Optional<Found> find(String folded) {
        return phrases.find(folded);
    }

    /** The deadline that a folded text names and nothing else. */
    Optional<Found> whole(String folded) {
        return phrases.whole(folded);
    }

    /** The deadline of an issue for which none was given. */
    Deadline byDefault(Source source, Instant receivedAt) {
        var rule = words.defaultOf(source);
        var start = dayOf(receivedAt);
        var dueOn = rule.unit() == DayUnit.WORKING
                ? calendar.plusWorkingDays(start, rule.amount())
                : start.plusDays(rule.amount());
        return deadline(rule, start, new Term(rule.key(), rule.amount(), rule.unit(), dueOn), words.endOfDay());
    }

    /** The deadline that was typed, or why it cannot be one. */
    Outcome typed(Found found, Source source, Instant receivedAt) {
        var today = dayOf(receivedAt);
        var term = found.means().term(found.numbers(), new Setting(today, calendar, words.nextYearWithinDays()));
        if (term.isEmpty()) {
            return Outcome.of(Fault.NO_SUCH_DAY, null);
        }
        var said = found.time();
        var time = said == null ? Optional.of(words.endOfDay()) : said.time();
        if (time.isEmpty()) {
            return Outcome.of(Fault.NOT_UNDERSTOOD, null);
        }
        var deadline = deadline(words.defaultOf(source), today, term.get(), time.get());
        if (deadline.rule().equals(DeadlineWords.AT_ONCE) && !deadline.dueAt().isAfter(receivedAt)) {
            var tomorrow = today.plusDays(1);
            var rolledOver = new Term(DeadlineWords.AT_ONCE, 1, DayUnit.CALENDAR, tomorrow);
            return Outcome.of(deadline(words.defaultOf(source), today, rolledOver, words.endOfDay()));
        }
        if (!deadline.dueAt().isAfter(receivedAt)) {
            return Outcome.of(Fault.PAST, deadline.dueOn());
        }
        if (deadline.dueOn().isAfter(today.plusDays(words.farthestDays()))) {
            return Outcome.of(Fault.TOO_FAR, deadline.dueOn());
        }
        return Outcome.of(deadline);
    }

    /** As it is once the unit has accepted: some rules count from then. */
    Deadline onAcceptance(Deadline deadline, Instant acceptedAt) {
        return deadline;
    }

    /** Until when a unit may give back what was assigned to it. */
    Instant returnableUntil(Instant assignedAt) {
        return calendar.plusWorkingDays(dayOf(assignedAt), 2)
                .atTime(words.endOfDay())
                .atZone(Zone.SHANGHAI)
                .toInstant();
    }

    /** The same number of days from {@code at} on. */
    Deadline startedAnew(Deadline deadline, Instant at) {
        var start = dayOf(at);
        var dueOn = deadline.unit() == DayUnit.WORKING
                ? calendar.plusWorkingDays(start, deadline.amount())
                : start.plusDays(deadline.amount());
        return new Deadline(
                deadline.amount(),
                deadline.unit(),
                start,
                deadline.rule(),
                deadline.cap(),
                deadline.capUnit(),
                dueOn,
                dueOn.atTime(words.endOfDay()).atZone(Zone.SHANGHAI).toInstant());
    }

    /** The later date, or why there is none. */
    Extension extension(Deadline deadline, int amount, DayUnit unit) {
        if (deadline.cap() == 0) {
            return new Extension.Impossible(Extension.Reason.NOT_EXTENDABLE, 0, deadline.capUnit());
        }
        if (amount < 1) {
            return new Extension.Impossible(Extension.Reason.SAME_OR_EARLIER, deadline.cap(), deadline.capUnit());
        }
        var later = later(deadline.dueOn(), amount, unit);
        if (later.isAfter(later(deadline.dueOn(), deadline.cap(), deadline.capUnit()))) {
            return new Extension.Impossible(Extension.Reason.OVER_CAP, deadline.cap(), deadline.capUnit());
        }
        return new Extension.Possible(new Deadline(
                deadline.amount(),
                deadline.unit(),
                deadline.startOn(),
                deadline.rule(),
                deadline.cap(),
                deadline.capUnit(),
                later,
                later.atTime(words.endOfDay()).atZone(Zone.SHANGHAI).toInstant()));
    }

    private LocalDate later(LocalDate day, int amount, DayUnit unit) {
        return unit == DayUnit.WORKING ? calendar.plusWorkingDays(day, amount) : day.plusDays(amount);
    }

    /** Why it is due on that date, and what is not certain about it. */
    List<String> why(Deadline deadline) {
        var reasons = new ArrayList<String>();
        reasons.add(words.rule(deadline.rule())
                .why()
                .replace("{amount}", Integer.toString(deadline.amount()))
                .replace("{unit}", words.units().getOrDefault(deadline.unit(), ""))
                .replace("{start}", formats.day(deadline.startOn())));
        if (deadline.unit() == DayUnit.WORKING && skipsWorkdaysOff(deadline)) {
            reasons.add(words.holidaysSkipped());
        }
        if (deadline.rule().equals(DeadlineWords.AT_ONCE) && deadline.amount() > 0) {
            reasons.add(words.rolledOver().replace("{time}", formats.time(words.endOfDay())));
        }
        IntStream.rangeClosed(deadline.startOn().getYear(), deadline.dueOn().getYear())
                .filter(year -> !calendar.knows(LocalDate.of(year, 1, 1)))
                .mapToObj(year -> words.unknownYear().replace("{year}", Integer.toString(year)))
                .forEach(reasons::add);
        return reasons;
    }

    /** How long until it is due, in the unit that it is counted in. */
    String left(Deadline deadline, Instant now) {
        return formats.daysLeft(daysLeft(deadline, now), deadline.unit() == DayUnit.WORKING);
    }

    /** Days until it is due in its own unit; after the end of the last day at least one overdue. */
    private int daysLeft(Deadline deadline, Instant now) {
        var today = dayOf(now);
        int days = deadline.unit() == DayUnit.WORKING
                ? calendar.workingDaysBetween(today, deadline.dueOn())
                : Math.toIntExact(ChronoUnit.DAYS.between(today, deadline.dueOn()));
        if (deadline.dueAt().isBefore(now)) {
            return Math.min(days, -1);
        }
        return days == 0 && today.isBefore(deadline.dueOn()) ? 1 : days;
    }

    private static Deadline deadline(DeadlineWords.Rule bySource, LocalDate start, Term term, LocalTime time) {
        return new Deadline(
                term.amount(),
                term.unit(),
                start,
                term.rule(),
                bySource.cap(),
                bySource.capUnit(),
                term.dueOn(),
                term.dueOn().atTime(time).atZone(Zone.SHANGHAI).toInstant());
    }

    private boolean skipsWorkdaysOff(Deadline deadline) {
        return ChronoUnit.DAYS.between(deadline.startOn(), deadline.dueOn()) > deadline.amount();
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(Zone.SHANGHAI).toLocalDate();
    }

    /** What is wrong with a typed deadline. */
    enum Fault {
        /** 2月30日. */
        NO_SUCH_DAY,
        PAST,
        TOO_FAR,
        /** The words are no date. */
        NOT_UNDERSTOOD
    }

    /** A deadline, or what is wrong with it; exactly one of {@code deadline} and {@code fault} is null. */
    record Outcome(
            @Nullable Deadline deadline,
            @Nullable Fault fault,
            @Nullable LocalDate day) {
        static Outcome of(Deadline deadline) {
            return new Outcome(deadline, null, null);
        }

        static Outcome of(Fault fault, @Nullable LocalDate day) {
            return new Outcome(null, fault, day);
        }
    }
}
