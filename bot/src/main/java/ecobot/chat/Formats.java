package ecobot.chat;

import ecobot.calendar.Zone;
import ecobot.roster.Area;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The one place that writes dates, numbers, spans and people, so that all messages look alike. A template that names such a value gets it
 * written this way; a view that needs other words asks here. Times are those of Shanghai.
 */
@Component
public class Formats {

    private final FormatWords words;
    private final Clock clock;

    Formats(WordFiles files, Clock clock) {
        this.words = files.read("chat/words", ChatWords.class).formats();
        this.clock = clock;
    }

    /** Month, day and weekday; year, month and day when the year is not the current one. */
    public String day(LocalDate day) {
        return pattern(day.getYear() == thisYear() ? words.day() : words.dayOfAnotherYear())
                .format(day);
    }

    /** Month, day, hour and minute; with the year when it is not the current one. */
    public String moment(Instant moment) {
        var local = moment.atZone(Zone.SHANGHAI);
        return pattern(local.getYear() == thisYear() ? words.moment() : words.momentOfAnotherYear())
                .format(local);
    }

    public String time(LocalTime time) {
        return pattern(words.time()).format(time);
    }

    /** At most one decimal, none when it is zero. */
    public String number(Number number) {
        var exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        var rounded = exact.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** A share of one as per cent: 0.875 is 87.5%. */
    public String percent(double share) {
        return number(share * 100) + "%";
    }

    /**
     * How long until a deadline, in the unit that it is counted in.
     *
     * @param days days left, negative when overdue, 0 on the day itself
     * @param workingDays whether these are working days
     */
    public String daysLeft(int days, boolean workingDays) {
        if (days == 0) {
            return words.dueToday();
        }
        var unit = workingDays ? words.workingDay() : words.calendarDay();
        return fill(days > 0 ? words.left() : words.overdue(), Math.abs(days)).replace("{unit}", unit);
    }

    /** A span in its largest fitting unit, rounded down. */
    public String span(Duration span) {
        if (span.toMinutes() < 1) {
            return fill(words.seconds(), span.toSeconds());
        }
        if (span.toHours() < 1) {
            return fill(words.minutes(), span.toMinutes());
        }
        return span.toDays() < 1 ? fill(words.hours(), span.toHours()) : fill(words.days(), span.toDays());
    }

    /**
     * Writes a value that a template names.
     *
     * @throws IllegalArgumentException for a value that has no form of its own: then the view has to hold the words
     */
    String format(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Boolean truth) {
            return truth ? words.yes() : words.no();
        } else if (value instanceof LocalDate day) {
            return day(day);
        } else if (value instanceof Instant moment) {
            return moment(moment);
        } else if (value instanceof LocalTime time) {
            return time(time);
        } else if (value instanceof Duration span) {
            return span(span);
        } else if (value instanceof Member member) {
            return member.name();
        } else if (value instanceof Unit unit) {
            return unit.name();
        } else if (value instanceof Area area) {
            return area.name();
        } else if (value instanceof Group group) {
            return group.title();
        }
        throw new IllegalArgumentException("no form for " + value.getClass().getName() + ": give the view its words");
    }

    private int thisYear() {
        return clock.instant().atZone(Zone.SHANGHAI).getYear();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.CHINA);
    }

    private static String fill(String words, long n) {
        return words.replace("{n}", Long.toString(n));
    }
}
