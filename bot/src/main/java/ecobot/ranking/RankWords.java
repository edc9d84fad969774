package ecobot.ranking;

import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that may follow {@code /排名} and its like and name no unit: {@code templates/ranking/rank-words.yml}.
 *
 * @param exported what {@code export} may be followed by
 * @param monthly ask a history for months instead of weeks
 * @param monthNames how months are written without digits, from the first to the twelfth
 * @param day pattern with the groups {@code month} and {@code day}, perhaps {@code year}
 * @param year pattern with the group {@code year}
 * @param groups who is compared, for rules that know no groups
 */
record RankWords(
        List<String> preview,
        List<String> publish,
        List<String> exported,
        List<String> lastWeek,
        List<String> thisWeek,
        List<String> lastMonth,
        List<String> thisMonth,
        List<String> lastYear,
        List<String> thisYear,
        List<String> monthly,
        List<String> monthNames,
        String day,
        String year,
        Map<Unit.Kind, List<String>> groups) {

    static final String FILE = "ranking/rank-words";

    private static final int MONTHS = 12;

    RankWords {
        if (monthNames.size() != MONTHS) {
            throw new IllegalArgumentException("monthNames must be twelve");
        }
        Pattern.compile(day);
        Pattern.compile(year);
    }

    /** What was asked for. */
    enum Wish {
        TABLE,
        PREVIEW,
        PUBLISH
    }

    /** What {@code folded}, the folded words after the command, asks for. */
    Wish wish(String folded) {
        if (holds(preview, folded)) {
            return Wish.PREVIEW;
        }
        return holds(publish, folded) ? Wish.PUBLISH : Wish.TABLE;
    }

    static boolean holds(List<String> words, String folded) {
        return words.stream().map(Folding::fold).anyMatch(folded::equals);
    }
}
