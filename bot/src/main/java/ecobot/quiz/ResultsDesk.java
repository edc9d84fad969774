package ecobot.quiz;

import ecobot.chat.Formats;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.library.QuizQuestion;
import ecobot.quiz.Results.Share;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 答题 结果: tells trainers and managers what was missed. The bureau sees all units, others their own. */
@Component
class ResultsDesk {

    private static final Set<Role> MAY_SEE = Set.of(Role.TRAINER, Role.MANAGER, Role.ADMIN);
    private static final int LISTED = 40;

    private final QuizMapper mapper;
    private final Materials materials;
    private final Roster roster;
    private final Templates templates;
    private final Formats formats;

    ResultsDesk(QuizMapper mapper, Materials materials, Roster roster, Templates templates, Formats formats) {
        this.mapper = mapper;
        this.materials = materials;
        this.roster = roster;
        this.templates = templates;
        this.formats = formats;
    }

    /** @throws UserMistake when this person may not see it, or there is nothing to see */
    Reply of(Member reader, long materialId) {
        if (!reader.isAny(MAY_SEE)) {
            throw UserMistake.of("quiz/results-not-yours", Map.of());
        }
        var material = materials
                .find(materialId)
                .orElseThrow(() -> UserMistake.of("quiz/no-material", Map.of("number", materialId)));
        var questions = materials.questions(materialId);
        if (questions.isEmpty()) {
            throw UserMistake.of("quiz/no-questions", QuizViews.Without.of(material));
        }
        var numbers = questions.stream().map(QuizQuestion::number).toList();
        int fewest = templates.words(Rules.FILE, Rules.class).fewest();
        var own = reader.unit();
        var answers = mapper.firstAnswers(materialId);
        if (own == null || own.kind() == Unit.Kind.BUREAU || reader.is(Role.ADMIN)) {
            return reply(material, questions, Results.of(numbers, answers, roster.units(), fewest), "", fewest);
        }
        var ofOwn = answers.stream()
                .filter(answer -> Long.valueOf(own.id()).equals(answer.unitId()))
                .toList();
        return reply(material, questions, Results.of(numbers, ofOwn, List.of(own), fewest), own.name(), fewest);
    }

    private Reply reply(Material material, List<QuizQuestion> questions, Results results, String unit, int fewest) {
        var view = new View(
                material.id(),
                material.title(),
                unit,
                results.all().people(),
                results.all().people() == 0 ? List.of() : lines(questions, results),
                unit.isEmpty() ? units(results) : List.of(),
                Math.max(0, results.units().size() - LISTED),
                results.rest() == null ? List.of() : List.of(line("", results.rest())),
                results.left(),
                fewest);
        return Reply.of("quiz/results", view).inPrivate();
    }

    private List<Line> lines(List<QuizQuestion> questions, Results results) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new Line(
                        questions.get(i).number(),
                        questions.get(i).question(),
                        formats.percent(results.all().of(i)),
                        results.isMostMissed(i)))
                .toList();
    }

    private List<UnitLine> units(Results results) {
        return results.units().stream()
                .limit(LISTED)
                .map(unit -> line(unit.unit().name(), unit.share()))
                .toList();
    }

    private UnitLine line(String name, Share share) {
        return new UnitLine(
                name,
                share.people(),
                IntStream.range(0, share.right().size())
                        .mapToObj(i -> new Percent(formats.percent(share.of(i)), i == 0))
                        .toList());
    }

    /**
     * What the template reads.
     *
     * @param unit when it is about one unit alone; else empty
     * @param people whose answers are in the figures; 0 when there are too few
     * @param more units that are not listed
     * @param rest units with few people together; empty or one
     * @param left people who are in no figure
     */
    record View(
            long material,
            String title,
            String unit,
            int people,
            List<Line> questions,
            List<UnitLine> units,
            int more,
            List<UnitLine> rest,
            int left,
            int fewest) {}

    /** @param mostMissed whether no other was missed more often */
    record Line(int number, String question, String right, boolean mostMissed) {}

    record UnitLine(String name, int people, List<Percent> shares) {}

    record Percent(String right, boolean first) {}
}
