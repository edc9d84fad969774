package ecobot.quiz;

import ecobot.calendar.Zone;
import ecobot.chat.Post;
import ecobot.chat.Templates;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells people in private, on working mornings, that questions which they missed have come back: once a day at most, and less often to those who leave
 * them lie. Nobody hears anything who never answered.
 */
@Component
class QuizReturnsPost implements Post {

    private final QuizMapper mapper;
    private final Roster roster;
    private final Templates templates;

    QuizReturnsPost(QuizMapper mapper, Roster roster, Templates templates) {
        this.mapper = mapper;
        this.roster = roster;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "quiz-returns";
    }

    @Override
    public boolean forGroups() {
        return false;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        var today = occurrence.plannedAt().atZone(Zone.SHANGHAI).toLocalDate();
        var reminder = templates.words(Rules.FILE, Rules.class).reminder();
        var told = mapper.returned(today).stream()
                .filter(returned -> returned.isWorthTelling(today, reminder))
                .collect(Collectors.toMap(Returned::memberId, Returned::questions));
        var readers = told.keySet().stream()
                .sorted()
                .flatMap(id -> roster.member(id).stream())
                .toList();
        readers.forEach(reader -> mapper.told(reader.id(), today));
        return new Morning(readers, told);
    }

    /** Who hears of how many. */
    private record Morning(List<Member> readers, Map<Long, Integer> questions) implements Edition {

        @Override
        public List<Part> partsFor(Group group) {
            return List.of();
        }

        @Override
        public List<Part> partsFor(Member reader) {
            var count = questions.get(reader.id());
            return count == null ? List.of() : List.of(new TextPart("quiz/returns", Map.of("count", count)));
        }
    }
}
