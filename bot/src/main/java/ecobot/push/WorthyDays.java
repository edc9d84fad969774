package ecobot.push;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Days worth a post: {@code templates/library/days.yml}; days with the same date each year. */
record WorthyDays(List<Day> days) {

    static final String FILE = "library/days";

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    WorthyDays {
        days = List.copyOf(days);
        if (days.stream().map(Day::day).distinct().count() < days.size()) {
            throw new IllegalArgumentException("days must name a day once");
        }
    }

    /** What is kept on a date. */
    Optional<Day> on(LocalDate date) {
        return days.stream()
                .filter(day -> day.monthDay().equals(MonthDay.from(date)))
                .findFirst();
    }

    /**
     * A day.
     *
     * @param day {@code MM-dd}
     * @param about what it is about and what it is good for
     * @param since the year of the first one
     * @param source who made it a day
     */
    record Day(String day, String name, String about, int since, String source) {
        Day {
            MonthDay.parse(day, MONTH_DAY);
        }

        MonthDay monthDay() {
            return MonthDay.parse(day, MONTH_DAY);
        }
    }
}
