package ecobot.scheduler;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.scheduler.Schedule.HolidayPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The planned times of a schedule: its cron, and its holiday policy applied. A time that moves keeps its time of day. Several times that move to
 * the same one are one.
 */
final class Plan {

    /** A rule that names no working day within so many days names none. */
    private static final long HORIZON_DAYS = 3_660;

    private static final int DAYS_LEFT_OUT_SHOWN = 31;

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
            case BEFORE, AFTER -> nextMoved(after);
        };
    }

    /** The next planned times after {@code after}, {@code most} of them at most, each with why it is that one. */
    List<PlannedRun> outlook(Instant after, int most, Set<Instant> skipped) {
        List<PlannedRun> runs = new ArrayList<>();
        Instant before = after;
        Optional<Instant> time = nextAfter(after);
        while (time.isPresent() && runs.size() < most) {
            runs.add(explained(time.get(), before, skipped.contains(time.get())));
            before = time.get();
            time = nextAfter(before);
        }
        return runs;
    }

    private PlannedRun explained(Instant time, Instant before, boolean skipped) {
        List<LocalDate> movedFrom = movedTo(time);
        List<LocalDate> leftOut = holiday == HolidayPolicy.SKIP ? leftOut(before, time) : List.of();
        boolean known = holiday == HolidayPolicy.ANYWAY
                || Stream.of(List.of(dayOf(time)), movedFrom, leftOut)
                        .flatMap(List::stream)
                        .allMatch(calendar::knows);
        return new PlannedRun(time, isNamed(time), movedFrom, leftOut, known, skipped);
    }

    /** The other days whose time moves to {@code time}. */
    private List<LocalDate> movedTo(Instant time) {
        if (holiday == HolidayPolicy.ANYWAY || holiday == HolidayPolicy.SKIP) {
            return List.of();
        }
        LocalDate day = dayOf(time);
        Duration timeOfDay = Duration.between(startOf(day), time);
        return firstMovingTo(day)
                .datesUntil(firstMovingBeyond(day))
                .filter(from -> !from.equals(day) && isNamed(startOf(from).plus(timeOfDay)))
                .toList();
    }

    private List<LocalDate> leftOut(Instant after, Instant before) {
        List<LocalDate> days = new ArrayList<>();
        Optional<Instant> time = cron.nextAfter(after);
        while (time.isPresent() && time.get().isBefore(before) && days.size() < DAYS_LEFT_OUT_SHOWN) {
            days.add(dayOf(time.get()));
            time = cron.nextAfter(startOf(dayOf(time.get()).plusDays(1)).minusSeconds(1));
        }
        return days;
    }

    /** Whether the cron itself names this time. */
    private boolean isNamed(Instant time) {
        return cron.nextAfter(time.minusSeconds(1)).filter(time::equals).isPresent();
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

    /** Days keep their order when they move; times of day need not, so all days that move to one are looked at. */
    private Optional<Instant> nextMoved(Instant after) {
        LocalDate today = dayOf(after);
        Optional<Instant> onThisDay = calendar.isWorkingDay(today)
                ? earliestOn(today, Duration.between(startOf(today), after))
                : Optional.empty();
        return onThisDay.or(() -> cron.nextAfter(
                        startOf(firstMovingBeyond(today)).minusSeconds(1))
                .flatMap(time -> earliestOn(moved(dayOf(time)), Duration.ofSeconds(-1))));
    }

    /** The first time on the working day {@code day}, after {@code timeOfDay}, of all days that move to it. */
    private Optional<Instant> earliestOn(LocalDate day, Duration timeOfDay) {
        return firstMovingTo(day)
                .datesUntil(firstMovingBeyond(day))
                .flatMap(from -> timeOn(from, timeOfDay).stream())
                .min(Comparator.naturalOrder())
                .map(startOf(day)::plus);
    }

    /** The time of day of the first cron time on {@code day} after {@code timeOfDay}. */
    private Optional<Duration> timeOn(LocalDate day, Duration timeOfDay) {
        return cron.nextAfter(startOf(day).plus(timeOfDay))
                .filter(time -> dayOf(time).equals(day))
                .map(time -> Duration.between(startOf(day), time));
    }

    private LocalDate moved(LocalDate day) {
        return workingDayFrom(day, holiday == HolidayPolicy.BEFORE ? -1 : 1);
    }

    /** The first of the days that move to the working day {@code day}. */
    private LocalDate firstMovingTo(LocalDate day) {
        return holiday == HolidayPolicy.BEFORE
                ? day
                : workingDayFrom(day.minusDays(1), -1).plusDays(1);
    }

    /** The first of the days that move to a later day than {@code day}. */
    private LocalDate firstMovingBeyond(LocalDate day) {
        if (holiday == HolidayPolicy.BEFORE) {
            return workingDayFrom(day.plusDays(1), 1);
        }
        return calendar.isWorkingDay(day) ? day.plusDays(1) : firstMovingTo(day);
    }

    private LocalDate workingDayFrom(LocalDate day, int step) {
        LocalDate working = day;
        while (!calendar.isWorkingDay(working)) {
            working = working.plusDays(step);
        }
        return working;
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(Zone.SHANGHAI).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Zone.SHANGHAI).toInstant();
    }
}
