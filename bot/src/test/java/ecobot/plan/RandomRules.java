package ecobot.plan;

import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Any rule that can be said. */
final class RandomRules {

    private RandomRules() {}

    static Spoken next(Random random) {
        var days = days(random);
        var policies = HolidayPolicy.values();
        var missed = MissedPolicy.values();
        return new Spoken(
                days, times(random), policies[random.nextInt(policies.length)], missed[random.nextInt(missed.length)]);
    }

    private static List<LocalTime> times(Random random) {
        int minute = random.nextInt(60);
        return random.ints(1 + random.nextInt(3), 0, 24)
                .mapToObj(hour -> LocalTime.of(hour, minute))
                .toList();
    }

    private static Days days(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Days.Daily();
            case 1 ->
                new Days.Weekly(random.ints(1 + random.nextInt(5), 1, 8)
                        .mapToObj(DayOfWeek::of)
                        .collect(Collectors.toCollection(TreeSet::new)));
            case 2 -> new Days.Monthly(daysOfMonth(random));
            case 3 -> new Days.Quarterly(1 + random.nextInt(3), daysOfMonth(random));
            case 4 -> yearly(random);
            default -> new Days.NthWeekday(random.nextInt(5), DayOfWeek.of(1 + random.nextInt(7)));
        };
    }

    private static Days yearly(Random random) {
        int month = 1 + random.nextInt(12);
        return new Days.Yearly(month, 1 + random.nextInt(Month.of(month).maxLength()));
    }

    private static List<Integer> daysOfMonth(Random random) {
        return random.ints(random.nextInt(6), 1, 32).boxed().toList();
    }
}
