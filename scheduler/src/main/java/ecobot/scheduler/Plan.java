package ecobot.scheduler;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.scheduler.Schedule.HolidayPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The planned times of a schedule: its cron, and its holiday policy applied. A time that moves keeps its time of day. Several times that move to
 * the same one are one.
 */
final class Plan {

    /** A rule that names no working day within so many days names none. */
    private static final long HORIZON_DAYS = 3_660;

    private final Cron cron;
    private final HolidayPolicy holiday;
    private final WorkCalendar calendar;

    Plan(Cron cron, HolidayPolicy holiday, WorkCalendar calendar) {
        this.cron = cron;
        this.holiday = holiday;
        this.calendar = calendar;
    }

    /** The first planned time after {@code after}; empty when there is none any more. */
    Optional<Instant> nextAfter(Instant after) {
        return switch (holiday) {
            case ANYWAY -> cron.nextAfter(after);
            case SKIP -> nextOnWorkingDay(after);
            case BEFORE -> nextMoved(after, after);
            case AFTER -> nextMoved(after, startOf(firstMovingTo(dayOf(after))));
        };
    }

    /** The planned times after {@code after} up to and including {@code upTo}: the last {@code most} of them, in order. */
    List<Instant> latest(int most, Instant after, Instant upTo) {
        Duration back = Duration.ofHours(1);
        Instant from = upTo.minus(back);
        List<Instant> found = between(from, upTo, after);
        while (found.size() < most && from.isAfter(after)) {
            back = back.multipliedBy(8);
            from = upTo.minus(back);
            found = between(from, upTo, after);
        }
        return List.copyOf(found.subList(Math.max(0, found.size() - most), found.size()));
    }

    private List<Instant> between(Instant from, Instant upTo, Instant notBefore) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> time = nextAfter(from.isBefore(notBefore) ? notBefore : from);
        while (time.isPresent() && !time.get().isAfter(upTo)) {
            times.add(time.get());
            time = nextAfter(time.get());
        }
        return times;
    }

    private Optional<Instant> nextOnWorkingDay(Instant after) {
        Instant horizon = after.plus(Duration.ofDays(HORIZON_DAYS));
        Optional<Instant> time = cron.nextAfter(after);
        while (time.isPresent() && !calendar.isWorkingDay(dayOf(time.get()))) {
            Instant endOfDay = startOf(dayOf(time.get()).plusDays(1)).minusSeconds(1);
            time = endOfDay.isAfter(horizon) ? Optional.empty() : cron.nextAfter(endOfDay);
        }
        return time;
    }

    /** Days keep their order when they move, times of day within one day need not: the least of the first day that has any is the next. */
    private Optional<Instant> nextMoved(Instant after, Instant start) {
        Optional<Instant> best = Optional.empty();
        Optional<Instant> time = cron.nextAfter(start.minusSeconds(1));
        while (time.isPresent()) {
            Instant moved = moved(time.get());
            if (best.isPresent() && dayOf(moved).isAfter(dayOf(best.get()))) {
                return best;
            }
            if (moved.isAfter(after)
                    && best.filter(earlier -> !earlier.isAfter(moved)).isEmpty()) {
                best = Optional.of(moved);
            }
            time = cron.nextAfter(time.get());
        }
        return best;
    }

    private Instant moved(Instant time) {
        LocalDate day = dayOf(time);
        LocalDate movedTo = workingDayFrom(day, holiday == HolidayPolicy.BEFORE ? -1 : 1);
        return time.plus(Duration.ofDays(movedTo.toEpochDay() - day.toEpochDay()));
    }

    private LocalDate workingDayFrom(LocalDate day, int step) {
        LocalDate working = day;
        while (!calendar.isWorkingDay(working)) {
            working = working.plusDays(step);
        }
        return working;
    }

    /** The first of the days whose times move to {@code day} or later. */
    private LocalDate firstMovingTo(LocalDate day) {
        return workingDayFrom(day.minusDays(1), -1).plusDays(1);
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(Zone.SHANGHAI).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Zone.SHANGHAI).toInstant();
    }
}
