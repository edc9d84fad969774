package ecobot.quiz;

import ecobot.library.Material;
import ecobot.library.QuizQuestion;

/**
 * A question with its material.
 *
 * @param of how many the material has
 */
record Found(Material material, QuizQuestion question, int of) {

    QuestionKey key() {
        return new QuestionKey(material.id(), question.number());
    }

    int options() {
        return question.options().size();
    }
}
