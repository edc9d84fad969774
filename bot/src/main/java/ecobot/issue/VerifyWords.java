package ecobot.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The words of decisions: {@code templates/issue/verdicts.yml}. */
record VerifyWords(
        Map<Verdict, List<String>> verdicts,
        List<String> after,
        List<String> before,
        List<String> into,
        NumberWords numbers,
        List<String> until) {

    VerifyWords {
        var missing = Arrays.stream(Verdict.values())
                .filter(verdict -> !verdicts.containsKey(verdict))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("issue/verdicts: verdicts lacks " + missing);
        }
    }

    /** What somebody decides. */
    enum Verdict {
        PASS,
        BACK,
        TRUE,
        PARTLY,
        FALSE,
        WHOLE,
        STAGED
    }
}
