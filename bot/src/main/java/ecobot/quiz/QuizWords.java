package ecobot.quiz;

import ecobot.text.Folding;
import java.util.List;

/**
 * What may follow the command, what stands before an answer, and what buttons say: {@code templates/quiz/quiz-words.yml}.
 *
 * @param results words that ask for the results, folded
 * @param before words that people write before an answer, folded
 * @param tap what pressing a button says; {@code {material}}, {@code {number}} and {@code {letter}} are filled in
 */
record QuizWords(List<String> results, List<String> before, String tap) {

    static final String FILE = "quiz/quiz-words";

    QuizWords {
        results = results.stream().map(Folding::fold).toList();
        before = before.stream().map(Folding::fold).toList();
        for (var place : List.of("{material}", "{number}", "{letter}")) {
            if (!tap.contains(place)) {
                throw new IllegalArgumentException("tap must contain " + place);
            }
        }
    }

    /** A button names its question, so that pressing it late answers that one and no other. */
    String tap(QuestionKey key, String letter) {
        return tap.replace("{material}", Long.toString(key.materialId()))
                .replace("{number}", Integer.toString(key.number()))
                .replace("{letter}", letter);
    }
}
