package ecobot.ranking;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit's code that is another one now.
 *
 * @param before what it was; null for none
 * @param coding what it is
 */
record CodeChange(long unitId, String unit, @Nullable Code before, Coding coding) {

    boolean worse() {
        var code = coding.code();
        return code != null && (before == null || code.isWorseThan(before));
    }

    /** Of a template. */
    record Line(String unit, String from, String to, String why) {}

    Line line(CodeChangeWords words, TableWords names) {
        var reasons = coding.reasons().stream().map(names.reasons()::of).toList();
        return new Line(
                unit,
                name(before, words, names),
                name(coding.code(), words, names),
                reasons.isEmpty() ? words.gone() : String.join(names.reasons().join(), reasons));
    }

    private static String name(@Nullable Code code, CodeChangeWords words, TableWords names) {
        return code == null
                ? words.none()
                : TableWords.fill(words.code(), Map.of("code", names.codes().of(code)));
    }
}
