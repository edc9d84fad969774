package ecobot.quiz;

import ecobot.chat.Reply;
import ecobot.chat.Templates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes an answer: keeps it, says what is right and why, and goes on. */
@Component
class Marking {

    private final QuizMapper mapper;
    private final Asking asking;
    private final Templates templates;

    Marking(QuizMapper mapper, Asking asking, Templates templates) {
        this.mapper = mapper;
        this.asking = asking;
        this.templates = templates;
    }

    /** A question that is not open to this person, answered already and not back yet, is not marked again. */
    Reply mark(Person person, Round round, Found found, int option) {
        var box = mapper.box(person.id(), found.key());
        if (box != null && !box.isDue(person.day())) {
            return already(person, round, found);
        }
        boolean right = option == found.question().answer();
        var intervals = templates.words(Rules.FILE, Rules.class).intervals();
        mapper.put(
                person.id(),
                found.key(),
                box == null ? Box.first(right, person.day(), intervals) : box.again(right, person.day(), intervals));
        mapper.heeded(person.id());
        var next = asking.next(person, round);
        var view = QuizViews.Answered.of(
                right,
                found,
                next.stream().map(Asking.Next::view).toList(),
                next.isPresent() ? List.of() : List.of(summary(person, round)));
        return next.map(asked -> asked.with("quiz/answered", view)).orElseGet(() -> Reply.of("quiz/answered", view));
    }

    private Reply already(Person person, Round round, Found found) {
        var next = asking.next(person, round);
        var view = new QuizViews.Already(
                found.material().id(),
                found.question().number(),
                next.stream().map(Asking.Next::view).toList());
        return next.map(asked -> asked.with("quiz/already", view)).orElseGet(() -> Reply.of("quiz/already", view));
    }

    private Summary summary(Person person, Round round) {
        var answered = round.answered(mapper, person.id(), person.day());
        return round.materialId() == null
                ? Summary.of(answered, mapper.nextDue(person.id(), person.day()))
                : Summary.of(answered);
    }
}
