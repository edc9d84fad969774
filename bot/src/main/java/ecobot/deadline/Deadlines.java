package ecobot.deadline;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Formats;
import ecobot.chat.Templates;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Means.Setting;
import ecobot.text.DayParts;
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
public class Deadlines {

    private final DeadlineWords words;
    private final DeadlinePhrases phrases;
    private final DaySpans spans;
    private final WorkCalendar calendar;
    private final Formats formats;

    public Deadlines(Templates templates, WorkCalendar calendar, Formats formats) {
        this.words = templates.words("deadline/deadlines", DeadlineWords.class);
        var number = new ChineseNumber(words.digits(), words.ten(), words.sameDigits(), words.ranges());
        this.phrases = new DeadlinePhrases(words, number, templates.words(DayParts.FILE, DayParts.class));
        this.spans = new DaySpans(words, number);
        this.calendar = calendar;
        this.formats = formats;
    }

    /** Words for a deadline somewhere in a folded text. */
    public Optional<DeadlineMention> find(String folded) {
        return phrases.find(folded);
    }

    /** The deadline that a folded text names and nothing else. */
    public Optional<DeadlineMention> whole(String folded) {
        return phrases.whole(folded);
    }

    /** Words for a deadline at the beginning of a folded text, whatever follows. */
    public Optional<DeadlineMention> atStart(String folded) {
        return phrases.atStart(folded);
    }

    /** A day or a time anywhere in a folded text, whatever stands beside it; the longest of several. For texts in which nothing else can be one. */
    public Optional<DeadlineMention> anywhere(String folded) {
        return phrases.anywhere(folded);
    }

    /** All days and times in a folded text, in order, whatever stands beside them. */
    public List<DeadlineMention> mentions(String folded) {
        return phrases.mentions(folded);
    }

    /** A number of days somewhere in a folded text. */
    public Optional<DaySpan> span(String folded) {
        return spans.find(folded);
    }

    /** The deadline of an issue for which none was given. */
    public Deadline byDefault(Source source, Instant receivedAt) {
        var rule = words.defaultOf(source);
        var start = dayOf(receivedAt);
        var dueOn = plus(start, rule.amount(), rule.unit(), calendar);
        return deadline(rule, start, new Term(rule.key(), rule.amount(), rule.unit(), dueOn), words.endOfDay());
    }

    /** The default deadline anew, for an issue that begins once more. */
    public Deadline fresh(Source source, Instant from) {
        return byDefault(source, from);
    }

    /** The deadline once the issue is accepted: counted anew from that day where the rule starts there, unchanged otherwise. */
    public Deadline onAcceptance(Deadline deadline, Instant acceptedAt) {
        if (words.rule(deadline.rule()).start() != DeadlineWords.Start.ACCEPTANCE) {
            return deadline;
        }
        var accepted = new Deadline(
                deadline.amount(),
                deadline.unit(),
                dayOf(acceptedAt),
                deadline.rule(),
                deadline.cap(),
                deadline.capUnit(),
                deadline.extra(),
                deadline.extraUnit(),
                deadline.dueOn(),
                deadline.dueAt());
        return again(accepted, calendar);
    }

    /** By when somebody has to accept or sign for it; empty where no rule says so. */
    public Optional<Instant> acceptBy(Source source, Instant receivedAt) {
        return words.acceptWithin(source).map(span -> endOf(span, receivedAt));
    }

    /** Until when the unit may say that it is not its own. */
    public Instant returnableUntil(Instant assignedAt) {
        return endOf(words.returnWithin(), assignedAt);
    }

    /**
     * What an extension would make of a deadline. It is counted from the day on which it is due now, and is possible once.
     *
     * @param amount how many days more
     */
    public Extension extension(Deadline deadline, int amount, DayUnit unit) {
        var latest = plus(deadline.dueOn(), deadline.cap(), deadline.capUnit(), calendar);
        if (deadline.cap() < 1 || deadline.extra() > 0) {
            return new Extension.Refused(Extension.Reason.NOT_EXTENDABLE, 0, deadline.capUnit(), deadline.dueOn());
        }
        if (amount < 1) {
            return new Extension.Refused(Extension.Reason.SAME_OR_EARLIER, deadline.cap(), deadline.capUnit(), latest);
        }
        var dueOn = plus(deadline.dueOn(), amount, unit, calendar);
        return dueOn.isAfter(latest)
                ? new Extension.Refused(Extension.Reason.OVER_CAP, deadline.cap(), deadline.capUnit(), latest)
                : new Extension.Possible(extended(deadline, amount, unit, dueOn));
    }

    /** The deadline worked out once more by {@code calendar}, the time of day kept; equal to itself when nothing moves. */
    public static Deadline again(Deadline deadline, WorkCalendar calendar) {
        var byRule = plus(deadline.startOn(), deadline.amount(), deadline.unit(), calendar);
        var dueOn = plus(byRule, deadline.extra(), deadline.extraUnit(), calendar);
        return extended(deadline, deadline.extra(), deadline.extraUnit(), dueOn);
    }

    private static Deadline extended(Deadline deadline, int extra, DayUnit extraUnit, LocalDate dueOn) {
        var time = deadline.dueAt().atZone(Zone.SHANGHAI).toLocalTime();
        return new Deadline(
                deadline.amount(),
                deadline.unit(),
                deadline.startOn(),
                deadline.rule(),
                deadline.cap(),
                deadline.capUnit(),
                extra,
                extraUnit,
                dueOn,
                dueOn.atTime(time).atZone(Zone.SHANGHAI).toInstant());
    }

    private Instant endOf(DeadlineWords.Span span, Instant from) {
        return plus(dayOf(from), span.amount(), span.unit(), calendar)
                .atTime(words.endOfDay())
                .atZone(Zone.SHANGHAI)
                .toInstant();
    }

    private static LocalDate plus(LocalDate day, int amount, DayUnit unit, WorkCalendar calendar) {
        return unit == DayUnit.WORKING && amount > 0 ? calendar.plusWorkingDays(day, amount) : day.plusDays(amount);
    }

    /** The deadline that was typed, or why it cannot be one. */
    public Outcome typed(DeadlineMention found, Source source, Instant receivedAt) {
        var today = dayOf(receivedAt);
        var term = found.means().term(found.numbers(), new Setting(today, calendar, words.nextYearWithinDays()));
        if (term.isEmpty()) {
            return Outcome.of(Fault.NO_SUCH_DAY, null);
        }
        var said = found.time();
        var time = said == null ? Optional.of(words.endOfDay()) : said.time();
        if (time.isEmpty()) {
            return Outcome.notUnderstood();
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

    /** The same number of days from {@code at} on. */
    public Deadline startedAnew(Deadline deadline, Instant at) {
        var start = dayOf(at);
        var dueOn = plus(start, deadline.amount(), deadline.unit(), calendar);
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

    /** Why it is due on that date, and what is not certain about it. */
    public List<String> why(Deadline deadline) {
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
        if (deadline.extra() > 0) {
            reasons.add(words.extended()
                    .replace("{amount}", Integer.toString(deadline.extra()))
                    .replace("{unit}", words.units().getOrDefault(deadline.extraUnit(), "")));
        }
        unknownYears(deadline.startOn(), deadline.dueOn())
                .mapToObj(year -> words.unknownYear().replace("{year}", Integer.toString(year)))
                .forEach(reasons::add);
        return reasons;
    }

    /** Whether its date, or what is left or overdue at {@code now}, reaches into a year of which no holidays are known. */
    public boolean isUnsure(Deadline deadline, Instant now) {
        var today = dayOf(now);
        boolean counts = deadline.unit() == DayUnit.WORKING && today.isAfter(deadline.dueOn());
        return unknownYears(deadline.startOn(), counts ? today : deadline.dueOn())
                .findAny()
                .isPresent();
    }

    /** The line of the history that says how a date moved. */
    public String redated(LocalDate old, LocalDate fresh) {
        return words.redated().replace("{old}", formats.day(old)).replace("{new}", formats.day(fresh));
    }

    private IntStream unknownYears(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(year -> !calendar.knows(LocalDate.of(year, 1, 1)));
    }

    /** How long until it is due, in the unit that it is counted in. */
    public String left(Deadline deadline, Instant now) {
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
        return ChronoUnit.DAYS.between(deadline.startOn(), deadline.dueOn()) > deadline.amount() + deadline.extra();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(Zone.SHANGHAI).toLocalDate();
    }

    /** What is wrong with a typed deadline. */
    public enum Fault {
        /** 2月30日. */
        NO_SUCH_DAY,
        PAST,
        TOO_FAR,
        /** The words are no date. */
        NOT_UNDERSTOOD
    }

    /** A deadline, or what is wrong with it; exactly one of {@code deadline} and {@code fault} is null. */
    public record Outcome(
            @Nullable Deadline deadline,
            @Nullable Fault fault,
            @Nullable LocalDate day) {
        /** Words that name no date. */
        public static Outcome notUnderstood() {
            return of(Fault.NOT_UNDERSTOOD, null);
        }

        static Outcome of(Deadline deadline) {
            return new Outcome(deadline, null, null);
        }

        static Outcome of(Fault fault, @Nullable LocalDate day) {
            return new Outcome(null, fault, day);
        }
    }
}
