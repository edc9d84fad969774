package ecobot.quiz;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.quiz.QuizViews.Which;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 答题: asks one question after the other, in private, and says at once what is right and why. */
@Component
class QuizCommand implements Command {

    private final QuizMapper mapper;
    private final QuestionFinder questions;
    private final Asking asking;
    private final Marking marking;
    private final ResultsDesk results;
    private final Templates templates;

    QuizCommand(
            QuizMapper mapper,
            QuestionFinder questions,
            Asking asking,
            Marking marking,
            ResultsDesk results,
            Templates templates) {
        this.mapper = mapper;
        this.questions = questions;
        this.asking = asking;
        this.marking = marking;
        this.results = results;
        this.templates = templates;
        templates.words(Rules.FILE, Rules.class);
        words();
    }

    @Override
    public String name() {
        return "quiz";
    }

    @Override
    public Reply handle(CommandCall call) {
        var wish = Wish.of(call.arguments(), words())
                .orElseThrow(() -> UserMistake.of("quiz/not-understood", Map.of("typed", call.arguments())));
        if (wish instanceof Wish.Results wanted) {
            return results.of(call.member(), wanted.materialId());
        } else if (!call.isPrivate()) {
            return Reply.of("quiz/in-private", Map.of("typed", call.arguments()));
        }
        var person = Person.of(call);
        if (wish instanceof Wish.Answer answer) {
            return pressed(person, answer);
        } else if (wish instanceof Wish.OfMaterial one) {
            return begin(person, questions.material(one.materialId()));
        }
        return begin(person);
    }

    /** What has come back, else the newest material that is not answered yet. */
    private Reply begin(Person person) {
        var due = asking.next(person, Round.DUE);
        if (due.isPresent()) {
            return due.get().with("quiz/question", due.get().view());
        }
        var newest = mapper.newestUnanswered(person.id());
        return newest == null
                ? Reply.of("quiz/nothing", new QuizViews.Nothing(mapper.nextDue(person.id(), person.day())))
                : begin(person, questions.material(newest));
    }

    private Reply begin(Person person, Material material) {
        return asking.next(person, new Round(material.id()))
                .map(asked -> asked.with("quiz/question", asked.view()))
                .orElseGet(() -> Reply.of(
                        "quiz/done",
                        QuizViews.Done.of(material, Summary.of(mapper.answeredOf(person.id(), material.id())))));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        var asked = asking.asked(question);
        return questions
                .find(asked.key())
                .map(found -> marking.mark(Person.of(call), asked.round(), found, chosen(call, question, found)))
                .orElseGet(() -> Reply.of("quiz/gone", Map.of()));
    }

    /** Words first: an option may be a number itself. */
    private int chosen(CommandCall call, Question question, Found found) {
        var reader = new AnswerReader(found.question().options(), words().before());
        var typed = reader.readWords(call.message().text());
        if (typed.isPresent()) {
            return typed.getAsInt();
        }
        return IntStream.range(0, question.choices().size())
                .filter(i -> question.choices().get(i).says().equals(call.arguments()))
                .findFirst()
                .orElseGet(() -> reader.read(call.arguments())
                        .orElseThrow(() -> UserMistake.of("quiz/which", Which.of(call.arguments(), found))));
    }

    /** A button may be pressed at any time: it names its question. */
    private Reply pressed(Person person, Wish.Answer answer) {
        var found = questions.find(answer.key());
        if (found.isEmpty()) {
            return Reply.of("quiz/gone", Map.of());
        }
        if (answer.option() >= found.get().options()) {
            throw UserMistake.of("quiz/which", Which.of(Letters.of(answer.option()), found.get()));
        }
        var box = mapper.box(person.id(), answer.key());
        boolean back = box != null && box.isDue(person.day());
        var round = back ? Round.DUE : new Round(answer.key().materialId());
        return marking.mark(person, round, found.get(), answer.option());
    }

    @Override
    public Optional<Reply> left(Question question) {
        var round = asking.asked(question).round();
        return Optional.of(Reply.of("quiz/left", new QuizViews.Left(round.materialId())));
    }

    private QuizWords words() {
        return templates.words(QuizWords.FILE, QuizWords.class);
    }
}
