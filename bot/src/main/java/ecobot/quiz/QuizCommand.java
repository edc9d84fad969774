package ecobot.quiz;

import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Material.State;
import ecobot.library.Materials;
import ecobot.library.QuizQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 答题: asks one question after the other, in private, and says at once what is right and why. */
@Component
class QuizCommand implements Command {

    private static final String ANSWER = "ANSWER";

    private final QuizMapper mapper;
    private final Materials materials;
    private final ResultsDesk desk;
    private final Templates templates;
    private final JsonMapper json;

    QuizCommand(QuizMapper mapper, Materials materials, ResultsDesk desk, Templates templates, JsonMapper json) {
        this.mapper = mapper;
        this.materials = materials;
        this.desk = desk;
        this.templates = templates;
        this.json = json;
        rules();
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
        if (wish instanceof Wish.Results results) {
            return desk.of(call.member(), results.materialId());
        } else if (!call.isPrivate()) {
            return Reply.of("quiz/in-private", Map.of("typed", call.arguments()));
        }
        var person = Person.of(call);
        if (wish instanceof Wish.Answer answer) {
            return pressed(person, answer);
        } else if (wish instanceof Wish.OfMaterial one) {
            return begin(person, published(one.materialId()));
        }
        return begin(person);
    }

    /** What has come back, else the newest material that is not answered yet. */
    private Reply begin(Person person) {
        var due = ask(person, Round.DUE);
        if (due.isPresent()) {
            return due.get().reply("quiz/question", due.get().view());
        }
        var newest = mapper.newestUnanswered(person.id());
        if (newest != null) {
            return begin(person, published(newest));
        }
        var next = mapper.nextDue(person.id(), person.day());
        return Reply.of("quiz/nothing", new Nothing(next));
    }

    private Reply begin(Person person, Material material) {
        var asked = ask(person, new Round(material.id()));
        if (asked.isPresent()) {
            return asked.get().reply("quiz/question", asked.get().view());
        }
        var summary = Summary.of(mapper.answeredOf(person.id(), material.id()));
        return Reply.of("quiz/done", Done.of(material, summary));
    }

    /** A material that may be asked about. */
    private Material published(long id) {
        var material = materials
                .find(id)
                .filter(found -> found.state() == State.PUBLISHED || found.state() == State.SUPERSEDED)
                .orElseThrow(() -> UserMistake.of("quiz/no-material", Map.of("number", id)));
        if (material.state() == State.SUPERSEDED) {
            throw UserMistake.of("quiz/superseded", new Superseded(id, material.supersededBy()));
        }
        if (materials.questions(id).isEmpty()) {
            throw UserMistake.of("quiz/no-questions", Without.of(material));
        }
        return material;
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        var asked = json.readValue(question.draft(), Asked.class);
        var found = find(asked.key());
        return found.isEmpty()
                ? Reply.of("quiz/gone", Map.of())
                : answered(Person.of(call), asked.round(), found.get(), chosen(call, question, found.get()));
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
        var found = find(answer.key());
        if (found.isEmpty()) {
            return Reply.of("quiz/gone", Map.of());
        }
        if (answer.option() >= found.get().question().options().size()) {
            throw UserMistake.of("quiz/which", Which.of(Letters.of(answer.option()), found.get()));
        }
        var box = mapper.box(person.id(), answer.key());
        var round = box != null && box.isDue(person.day())
                ? Round.DUE
                : new Round(answer.key().materialId());
        return answered(person, round, found.get(), answer.option());
    }

    private Reply answered(Person person, Round round, Found found, int option) {
        var box = mapper.box(person.id(), found.key());
        if (box != null && !box.isDue(person.day())) {
            return already(person, round, found);
        }
        boolean right = option == found.question().answer();
        var intervals = rules().intervals();
        mapper.put(
                person.id(),
                found.key(),
                box == null ? Box.first(right, person.day(), intervals) : box.again(right, person.day(), intervals));
        mapper.heeded(person.id());
        var next = ask(person, round);
        var summary = next.isPresent() ? List.<Summary>of() : List.of(summary(person, round));
        var view = Answered.of(right, found, next.stream().map(Next::view).toList(), summary);
        return next.map(asked -> asked.reply("quiz/answered", view)).orElseGet(() -> Reply.of("quiz/answered", view));
    }

    private Reply already(Person person, Round round, Found found) {
        var next = ask(person, round);
        var view = new Already(
                found.material().id(),
                found.question().number(),
                next.stream().map(Next::view).toList());
        return next.map(asked -> asked.reply("quiz/already", view)).orElseGet(() -> Reply.of("quiz/already", view));
    }

    private Summary summary(Person person, Round round) {
        var answered = round.answered(mapper, person.id(), person.day());
        return round.materialId() == null
                ? Summary.of(answered, mapper.nextDue(person.id(), person.day()))
                : Summary.of(answered);
    }

    @Override
    public Optional<Reply> left(Question question) {
        var round = json.readValue(question.draft(), Asked.class).round();
        return Optional.of(Reply.of("quiz/left", new Left(round.materialId())));
    }

    /** The next question of a round. */
    private Optional<Next> ask(Person person, Round round) {
        var open = round.open(mapper, person.id(), person.day());
        return open.stream()
                .findFirst()
                .flatMap(this::find)
                .map(found -> new Next(
                        new Question(
                                ANSWER, json.writeValueAsString(new Asked(found.key(), round)), choices(found), false),
                        QuestionView.of(round, open.size(), found.material(), found.question(), found.of())));
    }

    private List<Choice> choices(Found found) {
        return IntStream.range(0, found.question().options().size())
                .mapToObj(Letters::of)
                .map(letter -> new Choice(letter, words().tap(found.key(), letter)))
                .toList();
    }

    private Optional<Found> find(QuestionKey key) {
        var questions = materials.questions(key.materialId());
        return materials
                .find(key.materialId())
                .filter(material -> material.state() == State.PUBLISHED)
                .flatMap(material -> questions.stream()
                        .filter(question -> question.number() == key.number())
                        .findFirst()
                        .map(question -> new Found(material, question, questions.size())));
    }

    private Rules rules() {
        return templates.words(Rules.FILE, Rules.class);
    }

    private QuizWords words() {
        return templates.words(QuizWords.FILE, QuizWords.class);
    }

    /** Who answers, and on which day in Shanghai. */
    private record Person(long id, LocalDate day) {
        static Person of(CommandCall call) {
            return new Person(
                    call.member().id(), call.at().atZone(Zone.SHANGHAI).toLocalDate());
        }
    }

    /** What is kept of an open question. */
    private record Asked(QuestionKey key, Round round) {}

    /**
     * A question with its material.
     *
     * @param of how many the material has
     */
    private record Found(Material material, QuizQuestion question, int of) {
        QuestionKey key() {
            return new QuestionKey(material.id(), question.number());
        }
    }

    /** A question that follows, and how it is shown. */
    private record Next(Question question, QuestionView view) {
        Reply reply(String template, Object whole) {
            return Reply.of(template, whole).asking(question);
        }
    }

    /**
     * What was right.
     *
     * @param next empty after the last one
     * @param summary empty before
     */
    record Answered(
            boolean right,
            String letter,
            String option,
            String explanation,
            long material,
            List<QuestionView> next,
            List<Summary> summary) {
        static Answered of(boolean right, Found found, List<QuestionView> next, List<Summary> summary) {
            var question = found.question();
            return new Answered(
                    right,
                    Letters.of(question.answer()),
                    question.options().get(question.answer()),
                    question.explanation(),
                    found.material().id(),
                    next,
                    summary);
        }
    }

    /** @param next empty when nothing is left of the round */
    record Already(long material, int number, List<QuestionView> next) {}

    record Done(
            long material,
            String title,
            int total,
            int right,
            boolean allRight,
            @Nullable LocalDate next) {
        static Done of(Material material, Summary summary) {
            return new Done(
                    material.id(),
                    material.title(),
                    summary.total(),
                    summary.right(),
                    summary.allRight(),
                    summary.next());
        }
    }

    record Nothing(@Nullable LocalDate next) {}

    record Superseded(long number, @Nullable Long by) {}

    record Without(long number, String title) {
        static Without of(Material material) {
            return new Without(material.id(), material.title());
        }
    }

    /** @param material null when it was about what has come back */
    record Left(@Nullable Long material) {}

    /** @param last the last letter that there is */
    record Which(String typed, String last) {
        static Which of(String typed, Found found) {
            return new Which(typed, Letters.of(found.question().options().size() - 1));
        }
    }
}
