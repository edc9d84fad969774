package ecobot.quiz;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which questions follow each other. Nothing of it is kept but the answers, so that it goes on where it stopped.
 *
 * @param materialId those of one material; null for all that have come back
 */
record Round(@Nullable Long materialId) {

    static final Round DUE = new Round(null);

    /** What is still to be asked, in order. */
    List<QuestionKey> open(QuizMapper mapper, long memberId, LocalDate day) {
        return materialId == null ? mapper.due(memberId, day) : mapper.open(memberId, materialId, day);
    }

    /** What was answered so far. */
    List<Box> answered(QuizMapper mapper, long memberId, LocalDate day) {
        return materialId == null ? mapper.answeredOn(memberId, day) : mapper.answeredOf(memberId, materialId);
    }
}
