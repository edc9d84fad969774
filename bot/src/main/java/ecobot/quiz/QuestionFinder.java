package ecobot.quiz;

import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Material.State;
import ecobot.library.Materials;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds questions in the library: only what is published is asked. */
@Component
class QuestionFinder {

    private final Materials materials;

    QuestionFinder(Materials materials) {
        this.materials = materials;
    }

    /** Empty when it is gone, or its material was replaced or taken off the shelf. */
    Optional<Found> find(QuestionKey key) {
        var questions = materials.questions(key.materialId());
        return materials
                .find(key.materialId())
                .filter(material -> material.state() == State.PUBLISHED)
                .flatMap(material -> questions.stream()
                        .filter(question -> question.number() == key.number())
                        .findFirst()
                        .map(question -> new Found(material, question, questions.size())));
    }

    /**
     * A material that somebody named.
     *
     * @throws UserMistake when there is none, or nothing is asked about it
     */
    Material material(long id) {
        var material = materials
                .find(id)
                .filter(found -> found.state() == State.PUBLISHED || found.state() == State.SUPERSEDED)
                .orElseThrow(() -> UserMistake.of("quiz/no-material", Map.of("number", id)));
        if (material.state() == State.SUPERSEDED) {
            throw UserMistake.of("quiz/superseded", new QuizViews.Superseded(id, material.supersededBy()));
        }
        if (materials.questions(id).isEmpty()) {
            throw UserMistake.of("quiz/no-questions", QuizViews.Without.of(material));
        }
        return material;
    }
}
