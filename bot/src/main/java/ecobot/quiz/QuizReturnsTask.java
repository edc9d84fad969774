package ecobot.quiz;

import ecobot.calendar.Zone;
import ecobot.chat.Announcements;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells people in private, on working mornings, that questions which they missed have come back: once a day at most, and less often to those who leave
 * them lie. Nobody hears anything who never answered. Not a post, for the results of a post name everybody whom it went to.
 */
@Component
class QuizReturnsTask implements ScheduledTask {

    private final QuizMapper mapper;
    private final Roster roster;
    private final Announcements announcements;
    private final Templates templates;

    QuizReturnsTask(QuizMapper mapper, Roster roster, Announcements announcements, Templates templates) {
        this.mapper = mapper;
        this.roster = roster;
        this.announcements = announcements;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "quiz-returns";
    }

    @Override
    public void run(Occurrence occurrence) {
        var today = occurrence.plannedAt().atZone(Zone.SHANGHAI).toLocalDate();
        var reminder = templates.words(Rules.FILE, Rules.class).reminder();
        for (var returned : mapper.returned(today)) {
            if (returned.isWorthTelling(today, reminder)) {
                roster.member(returned.memberId()).ifPresent(member -> {
                    tell(occurrence, member, returned.questions());
                    mapper.told(member.id(), today);
                });
            }
        }
    }

    private void tell(Occurrence occurrence, Member member, int questions) {
        announcements.tell(
                "quiz-returns:" + occurrence.id() + ":" + member.id(),
                new MemberNote(member, "quiz/returns", Map.of("count", questions)));
    }
}
