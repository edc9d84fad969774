package ecobot.library;

import java.util.List;

/**
 * A question that a material comes with.
 *
 * @param number 1, 2, 3 within the material
 * @param options two to four, shown as A, B, C, D
 * @param answer the position of the right one in {@code options}, from 0
 * @param explanation why, with the article
 */
public record QuizQuestion(int number, String question, List<String> options, int answer, String explanation) {

    public QuizQuestion {
        options = List.copyOf(options);
    }
}
