package ecobot.quiz;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A question as it is asked.
 *
 * @param again whether it is one of those that have come back
 * @param left how many are still to be asked, this one included
 * @param total how many the material has
 */
record QuestionView(
        boolean again, int number, int total, int left, String title, String question, List<Option> options) {

    static QuestionView of(Round round, int left, Found found) {
        var options = found.question().options();
        return new QuestionView(
                round.materialId() == null,
                found.question().number(),
                found.of(),
                left,
                found.material().title(),
                found.question().question(),
                IntStream.range(0, options.size())
                        .mapToObj(i -> new Option(Letters.of(i), options.get(i)))
                        .toList());
    }

    /** One that may be chosen. */
    record Option(String letter, String words) {}
}
