package ecobot.issue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which unit has to be done with how many made-up issues on which day, and how that goes. The same day and seed always give the same plan. */
final class DemoPlan {

    private final Outline outline;
    private final LocalDate monday;
    private final Predicate<LocalDate> isWorkingDay;
    private final Random random;

    DemoPlan(Outline outline, LocalDate today, Predicate<LocalDate> isWorkingDay, Random random) {
        this.outline = outline;
        this.monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.isWorkingDay = isWorkingDay;
        this.random = random;
    }

    /** As many as the outline says, for {@code units} units, in no order. */
    List<Due> of(int units) {
        var plan = new ArrayList<Due>();
        for (int week = 0; week < outline.recentWeeks(); week++) {
            for (int unit = 0; unit < units; unit++) {
                plan.addAll(recent(week, unit));
            }
        }
        int older = outline.weeks() - outline.recentWeeks();
        for (int i = 0; plan.size() < outline.count(); i++) {
            plan.add(new Due(i % units, workday(outline.recentWeeks() + i % older, random.nextInt(5)), olderFate()));
        }
        return plan.subList(0, outline.count());
    }

    private List<Due> recent(int week, int unit) {
        var share = outline.units().get(unit % outline.units().size());
        return IntStream.range(0, share.due())
                .mapToObj(i -> new Due(
                        unit,
                        workday(
                                week,
                                outline.dueDays().get(i % outline.dueDays().size())),
                        fate(i, share, week)))
                .toList();
    }

    /** What slips falls due late in the week. In the week that is not over, a unit that slips twice has one still open. */
    private static Fate fate(int i, Share share, int week) {
        int slips = share.slips().get(week);
        int inTime = share.due() - slips;
        if (i < inTime) {
            return Fate.IN_TIME;
        }
        int open = week == 1 ? share.forgotten() : week == 0 && slips > 1 ? 1 : 0;
        return i < inTime + open ? Fate.OPEN : Fate.LATE;
    }

    private Fate olderFate() {
        return random.nextInt(100) < outline.olderSlipPercent() ? Fate.LATE : Fate.IN_TIME;
    }

    private LocalDate workday(int weeksAgo, int which) {
        var first = monday.minusWeeks(weeksAgo);
        var days = first.datesUntil(first.plusWeeks(1))
                .filter(isWorkingDay)
                .limit(5)
                .toList();
        return days.isEmpty() ? first.plusDays(which) : days.get(Math.min(which, days.size() - 1));
    }

    /** How it goes with an issue. */
    enum Fate {
        IN_TIME,
        LATE,
        OPEN
    }

    /**
     * One issue of the plan.
     *
     * @param unit place in the list of units
     */
    record Due(int unit, LocalDate on, Fate fate) {}

    /**
     * What a unit has to do in each of the last weeks.
     *
     * @param slips how many of {@code due} are not done in time, this week's first
     * @param forgotten how many of last week's {@code slips} are still open
     */
    record Share(int due, List<Integer> slips, int forgotten) {}

    /**
     * The figures of the plan.
     *
     * @param weeks over how many weeks the issues fall due, this one included
     * @param recentWeeks how many of them go by {@code units}
     * @param units one after the other
     * @param dueDays on which working day of the week, from 0, a unit's first, second, … issue falls due
     * @param olderSlipPercent how many of the older ones were late
     */
    record Outline(
            int count, int weeks, int recentWeeks, List<Share> units, List<Integer> dueDays, int olderSlipPercent) {}
}
