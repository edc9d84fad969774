package ecobot.plan;

import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How people say when: {@code templates/plan/rule-words.yml}. Patterns are matched against folded text.
 *
 * @param defaultTime for a rule without one, {@code HH:mm}
 * @param mostDays how many days of a month one rule may name
 * @param sameMinute what is said when several times are not at the same minute of their hours
 * @param refused what sounds like a rule and cannot be one, with the sentence that says so
 * @param heard patterns of the parts of a rule
 * @param said words for showing a rule
 */
record RuleWords(String defaultTime, int mostDays, String sameMinute, List<Refused> refused, Heard heard, Said said) {

    RuleWords {
        LocalTime.parse(defaultTime);
    }

    LocalTime usualTime() {
        return LocalTime.parse(defaultTime);
    }

    /** What cannot be. */
    record Refused(String pattern, String why) {}

    /**
     * Patterns of the parts. {@code list} of weekly, monthly and quarterly is the group with the days; {@code last} is there when it is the last one.
     *
     * @param time with {@code {part}} for a part of the day
     * @param digits one to ten, in order
     * @param weekdays 1 for Monday to 7, by their last character
     * @param quarterMonths patterns of the first, the second and the third month of a quarter
     * @param range between two weekdays that stand for all between them
     * @param filler what may remain
     */
    record Heard(
            String daily,
            String workingDays,
            String weekly,
            String monthly,
            String quarterly,
            String quarterEnd,
            String yearly,
            String nthWeekday,
            String time,
            Map<HolidayPolicy, String> holiday,
            Map<MissedPolicy, String> missed,
            String digits,
            Map<String, Integer> weekdays,
            String range,
            List<String> quarterMonths,
            String filler) {

        Heard {
            List.of(daily, workingDays, weekly, monthly, quarterly, quarterEnd, yearly, nthWeekday, filler)
                    .forEach(Pattern::compile);
            holiday.values().forEach(Pattern::compile);
            missed.values().forEach(Pattern::compile);
        }
    }

    /** Words for showing; {@code {…}} is filled in. */
    record Said(
            String line,
            String lineWithoutHoliday,
            String daily,
            String workingDays,
            String weekly,
            String monthly,
            String monthlyLast,
            String quarterly,
            String quarterlyLast,
            String yearly,
            String nthWeekday,
            String lastWeekday,
            List<String> quarterMonths,
            List<String> weekdays,
            List<String> ordinals,
            String dayOfMonth,
            String separator,
            Map<HolidayPolicy, String> holiday,
            Map<MissedPolicy, String> missed,
            String date,
            String dateOfAnotherYear) {}
}
