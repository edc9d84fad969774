package ecobot.chat;

import ecobot.chat.Question.Choice;
import ecobot.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands which of the offered answers a line chooses: by number, by label, or by the words of its button. */
final class Answers {

    /** A number, perhaps with a full stop or bracket as in the list. */
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,2})[.)]?");

    private Answers() {}

    /** The words that the chosen answer stands for; empty when the line is none of them. */
    static Optional<String> chosen(Line line, Question question) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return byWords(line, question.choices())
                .or(() -> byNumber(line, question.choices()))
                .map(Choice::says);
    }

    private static Optional<Choice> byWords(Line line, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> same(line, choice.label()) || same(line, choice.says()))
                .findFirst();
    }

    private static boolean same(Line line, String words) {
        return line.equals(Line.of(words)) || line.folded().equals(Folding.fold(words.strip()));
    }

    private static Optional<Choice> byNumber(Line line, List<Choice> choices) {
        var number = NUMBER.matcher(line.folded());
        if (line.slash() || !number.matches()) {
            return Optional.empty();
        }
        int n = Integer.parseInt(number.group(1));
        return n >= 1 && n <= choices.size() ? Optional.of(choices.get(n - 1)) : Optional.empty();
    }
}
