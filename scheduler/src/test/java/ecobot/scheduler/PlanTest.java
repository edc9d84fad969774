package ecobot.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ecobot.calendar.ShippedNotices;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.scheduler.Schedule.HolidayPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs on a machine that believes to be in New York. */
class PlanTest {

    private static final TimeZone HOST = TimeZone.getDefault();
    private static final String MONDAYS_AT_NINE = "0 0 9 ? * MON";
    private static final String DAILY_AT_NINE = "0 0 9 * * ?";

    private final WorkCalendar calendar = ShippedNotices.calendar();

    @BeforeAll
    static void move_to_new_york() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterAll
    static void move_back() {
        TimeZone.setDefault(HOST);
    }

    @Test
    void cron_is_read_in_shanghai_whatever_the_host_believes() {
        assertThat(plan(MONDAYS_AT_NINE, HolidayPolicy.ANYWAY).nextAfter(Instant.parse("2026-11-24T00:00:00Z")))
                .contains(Instant.parse("2026-11-30T01:00:00Z"));
    }

    @Test
    void anyway_runs_on_a_day_off() {
        assertThat(after("2026-10-01T10:00", MONDAYS_AT_NINE, HolidayPolicy.ANYWAY))
                .isEqualTo(at("2026-10-05T09:00"));
    }

    @Test
    void skip_leaves_days_off_out() {
        assertThat(after("2026-10-01T10:00", MONDAYS_AT_NINE, HolidayPolicy.SKIP))
                .isEqualTo(at("2026-10-12T09:00"));
    }

    @Test
    void after_moves_to_the_first_working_day() {
        assertThat(after("2026-10-01T10:00", MONDAYS_AT_NINE, HolidayPolicy.AFTER))
                .isEqualTo(at("2026-10-08T09:00"));
        assertThat(after("2026-10-08T09:00", MONDAYS_AT_NINE, HolidayPolicy.AFTER))
                .isEqualTo(at("2026-10-12T09:00"));
    }

    @Test
    void before_moves_to_the_last_working_day() {
        assertThat(after("2026-09-28T10:00", MONDAYS_AT_NINE, HolidayPolicy.BEFORE))
                .isEqualTo(at("2026-09-30T09:00"));
        assertThat(after("2026-09-30T09:00", MONDAYS_AT_NINE, HolidayPolicy.BEFORE))
                .isEqualTo(at("2026-10-12T09:00"));
    }

    @Test
    void a_make_up_saturday_is_a_working_day() {
        String saturdays = "0 0 9 ? * SAT";

        assertThat(after("2026-10-08T10:00", saturdays, HolidayPolicy.SKIP)).isEqualTo(at("2026-10-10T09:00"));
        assertThat(after("2026-10-08T10:00", saturdays, HolidayPolicy.AFTER)).isEqualTo(at("2026-10-10T09:00"));
        assertThat(after("2026-10-10T10:00", saturdays, HolidayPolicy.AFTER)).isEqualTo(at("2026-10-19T09:00"));
    }

    @Test
    void daily_times_of_a_long_holiday_become_one() {
        assertThat(times("2026-02-12T10:00", DAILY_AT_NINE, HolidayPolicy.AFTER, 4))
                .containsExactly(
                        at("2026-02-13T09:00"), at("2026-02-14T09:00"), at("2026-02-24T09:00"), at("2026-02-25T09:00"));
        assertThat(times("2026-02-13T10:00", DAILY_AT_NINE, HolidayPolicy.BEFORE, 3))
                .containsExactly(at("2026-02-14T09:00"), at("2026-02-24T09:00"), at("2026-02-25T09:00"));
    }

    @Test
    void times_of_day_that_move_together_stay_in_order() {
        assertThat(times("2026-10-05T12:00", "0 0 9,15 ? * MON,TUE", HolidayPolicy.AFTER, 3))
                .containsExactly(at("2026-10-08T09:00"), at("2026-10-08T15:00"), at("2026-10-12T09:00"));
    }

    @Test
    void an_unknown_year_goes_by_weekends() {
        assertThat(after("2027-09-30T10:00", DAILY_AT_NINE, HolidayPolicy.SKIP)).isEqualTo(at("2027-10-01T09:00"));
        assertThat(after("2027-10-01T10:00", DAILY_AT_NINE, HolidayPolicy.SKIP)).isEqualTo(at("2027-10-04T09:00"));
    }

    @Test
    void a_cron_that_is_over_has_no_next_time() {
        for (HolidayPolicy policy : HolidayPolicy.values()) {
            assertThat(plan("0 0 9 1 1 ? 2025", policy).nextAfter(at("2026-01-01T00:00")))
                    .isEmpty();
        }
    }

    @Test
    @Timeout(5)
    void a_rule_without_any_working_day_ends() {
        String saturdaysOfUnknownYears = "0 0 9 ? * SAT 2027-2099";

        assertThat(plan(saturdaysOfUnknownYears, HolidayPolicy.SKIP).nextAfter(at("2026-12-01T00:00")))
                .isEmpty();
    }

    @Test
    void the_latest_times_are_found_from_behind() {
        Plan plan = plan(MONDAYS_AT_NINE, HolidayPolicy.AFTER);

        assertThat(plan.latest(2, at("2025-12-01T00:00"), at("2026-10-09T00:00")))
                .containsExactly(at("2026-09-28T09:00"), at("2026-10-08T09:00"));
        assertThat(plan.latest(9, at("2026-10-08T08:00"), at("2026-10-12T09:00")))
                .containsExactly(at("2026-10-08T09:00"), at("2026-10-12T09:00"));
        assertThat(plan.latest(9, at("2026-10-12T09:00"), at("2026-10-12T10:00")))
                .isEmpty();
    }

    @Test
    @Timeout(5)
    void the_latest_times_of_a_busy_rule_after_a_year_cost_little() {
        List<Instant> latest =
                plan("0 * * * * ?", HolidayPolicy.ANYWAY).latest(50, at("2025-11-24T09:00"), at("2026-11-24T09:00"));

        assertThat(latest).hasSize(50).startsWith(at("2026-11-24T08:11")).endsWith(at("2026-11-24T09:00"));
    }

    @Test
    @Timeout(5)
    void a_time_of_every_second_is_found_as_fast_as_one_of_every_week() {
        for (HolidayPolicy policy : HolidayPolicy.values()) {
            assertThat(times("2026-03-02T08:00", "* * * * * ?", policy, 10_000))
                    .startsWith(at("2026-03-02T08:00:01"))
                    .endsWith(at("2026-03-02T10:46:40"));
        }
    }

    @Test
    void a_time_that_moved_is_what_moving_all_of_them_one_by_one_gives() {
        Plan anyway = plan("0 30 7,12,19 ? * SUN,MON,WED", HolidayPolicy.ANYWAY);
        List<Instant> all = anyway.latest(9_999, at("2025-01-10T00:00"), at("2026-12-10T00:00"));

        assertThat(times("2025-02-10T00:00", "0 30 7,12,19 ? * SUN,MON,WED", HolidayPolicy.AFTER, 500))
                .containsExactlyElementsOf(movedOneByOne(all, 1));
        assertThat(times("2025-02-10T00:00", "0 30 7,12,19 ? * SUN,MON,WED", HolidayPolicy.BEFORE, 500))
                .containsExactlyElementsOf(movedOneByOne(all, -1));
    }

    private List<Instant> movedOneByOne(List<Instant> times, int step) {
        return times.stream()
                .map(time -> {
                    var moved = time.atZone(Zone.SHANGHAI);
                    while (!calendar.isWorkingDay(moved.toLocalDate())) {
                        moved = moved.plusDays(step);
                    }
                    return moved.toInstant();
                })
                .filter(time -> time.isAfter(at("2025-02-10T00:00")))
                .sorted()
                .distinct()
                .limit(500)
                .toList();
    }

    @Test
    void no_policy_ever_names_a_time_twice_or_backwards() {
        for (HolidayPolicy policy : HolidayPolicy.values()) {
            List<Instant> times = times("2025-01-01T00:00", "0 0 9,15 * * ?", policy, 800);

            assertThat(times).isSorted().doesNotHaveDuplicates();
            if (policy != HolidayPolicy.ANYWAY) {
                assertThat(times)
                        .allMatch(time ->
                                calendar.isWorkingDay(time.atZone(Zone.SHANGHAI).toLocalDate()));
            }
        }
    }

    @Test
    void what_is_no_cron_is_refused_with_the_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of("every monday"))
                .withMessageContaining("every monday");
    }

    @Test
    void a_failed_run_is_retried_four_times_within_the_hour() {
        Instant now = at("2026-11-23T09:00");
        Duration sum = Duration.ZERO;
        for (int attempts = 1; attempts <= 4; attempts++) {
            sum = sum.plus(Duration.between(now, BackOff.retryAt(now, attempts).orElseThrow()));
        }

        assertThat(sum).isLessThan(Duration.ofHours(1));
        assertThat(BackOff.retryAt(now, 5)).isEmpty();
    }

    private Plan plan(String cron, HolidayPolicy holiday) {
        return new Plan(Cron.of(cron), holiday, calendar);
    }

    private Instant after(String time, String cron, HolidayPolicy holiday) {
        return plan(cron, holiday).nextAfter(at(time)).orElseThrow();
    }

    private List<Instant> times(String start, String cron, HolidayPolicy holiday, int limit) {
        Plan plan = plan(cron, holiday);
        return Stream.iterate(plan.nextAfter(at(start)), time -> time.flatMap(plan::nextAfter))
                .limit(limit)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(Zone.SHANGHAI).toInstant();
    }
}
