package ecobot.quiz;

/** The quiz, as other rooms see it. */
public interface Quizzes {

    /** How many questions a material asks in the quiz now; 0 for what has none and for what is not published. */
    int questions(long materialId);

    /** Whether a material has questions to answer. */
    default boolean has(long materialId) {
        return questions(materialId) > 0;
    }
}
