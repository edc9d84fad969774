package ecobot.quiz;

import ecobot.library.Material;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the answers of the quiz show. */
final class QuizViews {

    private QuizViews() {}

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

    /** Everything of a material was answered before. */
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

    /** @param next when something comes back; null when nothing will */
    record Nothing(@Nullable LocalDate next) {}

    record Superseded(long number, @Nullable Long by) {}

    /** A material about which nothing is asked. */
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
            return new Which(typed, Letters.of(found.options() - 1));
        }
    }
}
