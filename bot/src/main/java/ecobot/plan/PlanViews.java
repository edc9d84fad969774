package ecobot.plan;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.scheduler.PlannedRun;
import ecobot.scheduler.RunResult;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Timing;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of schedules. */
@Component
class PlanViews {

    static final int DATES = 12;

    private final ScheduleDesk desk;
    private final ScheduleFinder finder;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final RuleWords words;
    private final RuleTeller teller;

    PlanViews(ScheduleDesk desk, ScheduleFinder finder, WorkCalendar calendar, Clock clock, Templates templates) {
        this.desk = desk;
        this.finder = finder;
        this.calendar = calendar;
        this.clock = clock;
        this.words = templates.words("plan/rule-words", RuleWords.class);
        this.teller = new RuleTeller(words);
    }

    Overview overview(boolean mayChange) {
        return new Overview(finder.all().stream().map(this::row).toList(), mayChange);
    }

    Row row(Schedule schedule) {
        return new Row(
                Long.toString(schedule.id()),
                finder.titleOf(schedule),
                teller.tell(Timing.of(schedule)),
                schedule.enabled(),
                schedule.enabled() ? nextOf(schedule).stream().toList() : List.of(),
                desk.last(schedule).map(Last::of).stream().toList());
    }

    String rule(Timing timing) {
        return teller.tell(timing);
    }

    /** The next dates of a rule that is not in force yet. */
    List<DateRow> dates(Timing timing) {
        return rows(desk.next(timing, clock.instant(), DATES), timing);
    }

    /** The next dates of a schedule. */
    List<DateRow> dates(Schedule schedule) {
        return rows(desk.next(schedule, clock.instant(), DATES), Timing.of(schedule));
    }

    /** The next date of a schedule that is not to be left out; empty when there is none, or its cron is spoiled. */
    Optional<DateRow> nextOf(Schedule schedule) {
        try {
            var next = desk.next(schedule, clock.instant(), DATES).stream()
                    .filter(run -> !run.skipped())
                    .limit(1)
                    .toList();
            return rows(next, Timing.of(schedule)).stream().findFirst();
        } catch (IllegalArgumentException flawed) {
            return Optional.empty();
        }
    }

    DateRow row(Instant plannedAt) {
        return rows(
                        List.of(new PlannedRun(plannedAt, true, List.of(), List.of(), true, false)),
                        new Timing("", Schedule.HolidayPolicy.ANYWAY, Schedule.MissedPolicy.LATE))
                .get(0);
    }

    private List<DateRow> rows(List<PlannedRun> runs, Timing timing) {
        LocalDate today = clock.instant().atZone(Zone.SHANGHAI).toLocalDate();
        // Every weekend would be listed otherwise.
        boolean daily = Spoken.of(timing)
                .filter(spoken -> spoken.days() instanceof Days.Daily)
                .isPresent();
        return runs.stream().map(run -> row(run, today, daily)).toList();
    }

    private DateRow row(PlannedRun run, LocalDate today, boolean daily) {
        var at = run.at().atZone(Zone.SHANGHAI);
        var day = at.toLocalDate();
        return new DateRow(
                teller.date(day, today) + " " + RuleTeller.time(at.toLocalTime()),
                isWeekend(day) && calendar.isWorkingDay(day),
                daily ? "" : list(run.movedFrom(), today),
                run.onItsDay(),
                daily ? "" : list(run.leftOut(), today),
                !run.known(),
                run.skipped());
    }

    private String list(List<LocalDate> days, LocalDate today) {
        return days.stream()
                .map(day -> teller.date(day, today))
                .collect(Collectors.joining(words.said().separator()));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    record Overview(List<Row> plans, boolean mayChange) {}

    /**
     * A schedule.
     *
     * @param next none when it is off, or never comes again
     * @param last none when it never ran
     */
    record Row(String number, String title, String rule, boolean enabled, List<DateRow> next, List<Last> last) {}

    /**
     * A date.
     *
     * @param when with weekday and time
     * @param makeUp whether it is a weekend on which people work
     * @param movedFrom days off whose run was moved here, written out; empty for none
     * @param onItsDay whether the rule names this day itself
     * @param leftOut days off before it that are left out, written out; empty for none
     * @param unsure whether the notice of its year is not known yet
     */
    record DateRow(
            String when,
            boolean makeUp,
            String movedFrom,
            boolean onItsDay,
            String leftOut,
            boolean unsure,
            boolean skipped) {}

    /** What became of the last occurrence; one of these is true. */
    record Last(
            Instant at,
            boolean done,
            boolean late,
            boolean byHand,
            boolean failed,
            boolean missed,
            boolean leftOut,
            int attempts,
            @Nullable Instant retryAt) {
        static Last of(RunResult result) {
            boolean skipped = result.state() == RunResult.State.SKIPPED;
            return new Last(
                    result.plannedAt(),
                    result.state() == RunResult.State.DONE,
                    result.late(),
                    result.byHand(),
                    result.state() == RunResult.State.FAILED,
                    skipped && !result.byHand(),
                    skipped && result.byHand(),
                    result.attempts(),
                    result.retryAt());
        }
    }
}
