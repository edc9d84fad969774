package ecobot.quiz;

import ecobot.text.Folding;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wants who types the command. */
sealed interface Wish {

    /** Whatever is there to be answered. */
    record Any() implements Wish {}

    /** The questions of one material. */
    record OfMaterial(long materialId) implements Wish {}

    /**
     * An answer to one question, as a button says it.
     *
     * @param option its position from 0; may be more than there are
     */
    record Answer(QuestionKey key, int option) implements Wish {}

    /** How the units answered the questions of a material. */
    record Results(long materialId) implements Wish {}

    /** A number as people write it, perhaps with a word before or a measure word after it. */
    Pattern NUMBER = Pattern.compile("#?\\p{IsHan}{0,2}\\s*#?(\\d{1,9})\\s*\\p{IsHan}?");

    Pattern ANSWER = Pattern.compile("(\\d{1,9})-(\\d{1,2})\\s*([a-d])");

    /**
     * Reads what follows the command's word.
     *
     * @return empty when it is none of these
     */
    static Optional<Wish> of(String arguments, QuizWords words) {
        var folded = Folding.fold(arguments).strip();
        if (folded.isEmpty()) {
            return Optional.of(new Any());
        }
        for (var word : words.results()) {
            if (folded.startsWith(word)) {
                return number(folded.substring(word.length())).map(Results::new);
            }
        }
        var answer = ANSWER.matcher(folded);
        if (answer.matches()) {
            var key = new QuestionKey(Long.parseLong(answer.group(1)), Integer.parseInt(answer.group(2)));
            return Optional.of(new Answer(key, Letters.option(answer.group(3).charAt(0))));
        }
        return number(folded).map(OfMaterial::new);
    }

    private static Optional<Long> number(String folded) {
        var number = NUMBER.matcher(folded.strip());
        return number.matches() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }
}
