package ecobot.ranking;

import ecobot.text.Folding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that may follow {@code /申诉}, and those of corrections: {@code templates/ranking/appeal-words.yml}.
 *
 * @param quoted finds the number of the table in a message that is answered, as group {@code number}
 * @param leaveOut finds the issues that are not to count, as group {@code numbers}
 * @param change what changed of a unit; {@code other} when nothing did that has a word
 * @param figures its counts
 */
record AppealWords(
        List<String> grant,
        List<String> reject,
        List<String> withdraw,
        String quoted,
        String leaveOut,
        String change,
        String score,
        String rank,
        String code,
        FigureWords figures,
        String other,
        String none,
        String partJoin,
        String changeJoin,
        String more,
        String numberJoin) {

    static final String FILE = "ranking/appeal-words";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    AppealWords {
        requireGroup(quoted, "quoted", "number");
        requireGroup(leaveOut, "leaveOut", "numbers");
    }

    private static void requireGroup(String pattern, String key, String group) {
        if (!Pattern.compile(pattern).pattern().contains("(?<" + group + ">")) {
            throw new IllegalArgumentException(key + " must have the group " + group);
        }
    }

    /** The table's number in a message that was quoted. */
    Optional<Long> tableIn(String text) {
        var found = Pattern.compile(quoted).matcher(Folding.fold(text));
        return found.find() ? Optional.of(Long.valueOf(found.group("number"))) : Optional.empty();
    }

    /** What a manager says besides the number of the appeal: the issues that are not to count, and the rest. */
    Ruling ruling(String text) {
        var found = Pattern.compile(leaveOut).matcher(Folding.fold(text));
        if (!found.find()) {
            return new Ruling(Set.of(), text.strip());
        }
        var numbers = new LinkedHashSet<Long>();
        NUMBER.matcher(found.group("numbers"))
                .results()
                .map(MatchResult::group)
                .map(Long::valueOf)
                .forEach(numbers::add);
        var parts = List.of(text.substring(0, found.start()), text.substring(found.end()));
        return new Ruling(numbers, strip(String.join(" ", parts)));
    }

    private static String strip(String text) {
        return text.replaceAll("^[\\s,:;.\uFF0C\uFF1A\uFF1B\u3002\u3001]+", "").strip();
    }

    /** Each with {@code {from}} and {@code {to}}. Those from {@code onTime} on stand in no table. */
    record FigureWords(
            String due,
            String closed,
            String overdue,
            String onTime,
            String overdueLong,
            String overdueVeryLong,
            String firstPass,
            String tasks,
            String training,
            String sentBack,
            String failedRechecks) {}

    /** @param note empty for none */
    record Ruling(Set<Long> leaveOut, String note) {}

    String joined(Set<Long> numbers) {
        return String.join(
                numberJoin, numbers.stream().sorted().map(String::valueOf).toList());
    }
}
