package ecobot.ranking;

import ecobot.text.Folding;
import java.util.List;

/** The words that may follow {@code /排名} and name no unit: {@code templates/ranking/rank-words.yml}. */
record RankWords(List<String> preview, List<String> publish, List<String> lastWeek, List<String> thisWeek) {

    /** What was asked for. */
    enum Wish {
        THIS_WEEK,
        LAST_WEEK,
        PREVIEW,
        PUBLISH,
        UNIT
    }

    /** What {@code folded}, the folded words after the command, asks for. */
    Wish wish(String folded) {
        if (folded.isEmpty() || holds(thisWeek, folded)) {
            return Wish.THIS_WEEK;
        } else if (holds(lastWeek, folded)) {
            return Wish.LAST_WEEK;
        } else if (holds(preview, folded)) {
            return Wish.PREVIEW;
        }
        return holds(publish, folded) ? Wish.PUBLISH : Wish.UNIT;
    }

    private static boolean holds(List<String> words, String folded) {
        return words.stream().map(Folding::fold).anyMatch(folded::equals);
    }
}
