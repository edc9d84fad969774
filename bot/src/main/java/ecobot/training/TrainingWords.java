package ecobot.training;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of training: {@code templates/training/training-words.yml}.
 *
 * @param verbs what may follow the command's word
 * @param leaveOpen answers that leave a field open
 * @param labels names of the parts of a session in a line
 * @param dates patterns with groups {@code y}, {@code m}, {@code d}
 * @param clock pattern with {@code {part}} for a part of the day, and groups {@code part}, {@code h}, {@code min}, {@code half}
 * @param eventMinutes how long a session takes in people's calendars
 * @param minutes how minutes stand in the library
 */
record TrainingWords(
        Map<Verb, List<String>> verbs,
        List<String> leaveOpen,
        Map<Part, List<String>> labels,
        String labelAfter,
        String labelEnd,
        List<String> online,
        String seats,
        List<String> everybody,
        List<String> towns,
        List<String> subdistricts,
        List<String> dates,
        String nextYear,
        String weekday,
        String clock,
        List<String> hours,
        String two,
        String monthOnly,
        String dayAndTime,
        String year,
        String month,
        String monthOfYear,
        String about,
        String unknownPlace,
        String onlinePlace,
        String forAll,
        String seatsLeft,
        String signed,
        String join,
        Map<Part, String> changed,
        String noLimit,
        String eventSubject,
        int eventMinutes,
        Minutes minutes) {

    static final String FILE = "training/training-words";

    /**
     * How minutes stand in the library.
     *
     * @param title with {@code {topic}}
     * @param source with {@code {number}}, {@code {when}} and {@code {trainer}}
     */
    record Minutes(String title, String source) {

        /** What the library takes, in characters. */
        static final int LONGEST_TITLE = 100;

        static final int LONGEST_SUMMARY = 120;
    }

    /** What is to be done with the plan. */
    enum Verb {
        CREATE,
        CHANGE,
        CANCEL,
        YEAR,
        TEMPLATE,
        SEND,
        MATERIALS,
        MINUTES
    }

    /** A part of a session. */
    enum Part {
        /** What stands there without a name. */
        LOOSE,
        WHEN,
        TOPIC,
        AUDIENCE,
        TRAINER,
        PLACE,
        CAPACITY
    }

    Optional<Verb> verb(String folded) {
        return verbs.entrySet().stream()
                .filter(verb -> verb.getValue().contains(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** @param now whose year is left out */
    String month(YearMonth yearMonth, YearMonth now) {
        var pattern = yearMonth.getYear() == now.getYear() ? month : monthOfYear;
        return pattern.replace("{year}", Integer.toString(yearMonth.getYear()))
                .replace("{month}", Integer.toString(yearMonth.getMonthValue()));
    }

    String changed(Part part, String from, String to) {
        return changed.getOrDefault(part, "").replace("{from}", from).replace("{to}", to);
    }
}
