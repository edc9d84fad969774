package ecobot.quiz;

import org.springframework.stereotype.Component;

@Component
class StoredQuizzes implements Quizzes {

    private final QuizMapper mapper;

    StoredQuizzes(QuizMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public int questions(long materialId) {
        return mapper.questions(materialId);
    }
}
