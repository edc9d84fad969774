package ecobot.quiz;

import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the next question of a round, with a button for each option. */
@Component
class Asking {

    private static final String ANSWER = "ANSWER";

    private final QuizMapper mapper;
    private final QuestionFinder questions;
    private final Templates templates;
    private final JsonMapper json;

    Asking(QuizMapper mapper, QuestionFinder questions, Templates templates, JsonMapper json) {
        this.mapper = mapper;
        this.questions = questions;
        this.templates = templates;
        this.json = json;
    }

    /** Empty when nothing is left of the round. */
    Optional<Next> next(Person person, Round round) {
        var open = round.open(mapper, person.id(), person.day());
        return open.stream()
                .findFirst()
                .flatMap(questions::find)
                .map(found -> new Next(question(found, round), QuestionView.of(round, open.size(), found)));
    }

    /** What an open question is about. */
    Asked asked(Question question) {
        return json.readValue(question.draft(), Asked.class);
    }

    private Question question(Found found, Round round) {
        return new Question(ANSWER, json.writeValueAsString(new Asked(found.key(), round)), choices(found), false);
    }

    private List<Choice> choices(Found found) {
        var words = templates.words(QuizWords.FILE, QuizWords.class);
        return IntStream.range(0, found.options())
                .mapToObj(Letters::of)
                .map(letter -> new Choice(letter, words.tap(found.key(), letter)))
                .toList();
    }

    /** What is kept of an open question. */
    record Asked(QuestionKey key, Round round) {}

    /** A question, and how it is shown. */
    record Next(Question question, QuestionView view) {

        /** Asks it with a message that shows it. */
        Reply with(String template, Object whole) {
            return Reply.of(template, whole).asking(question);
        }
    }
}
