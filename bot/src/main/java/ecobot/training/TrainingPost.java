package ecobot.training;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Post;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.training.SessionViews.Line;
import ecobot.training.Sessions.Due;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What comes: a week before, a session is announced in the groups of the units that it is for, and to those who have signed up; a day before, they and
 * the trainer are reminded. Each once, however often it runs.
 */
@Component
class TrainingPost implements Post {

    private final Sessions sessions;
    private final SignUps signUps;
    private final SessionViews views;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final Clock clock;

    TrainingPost(
            Sessions sessions, SignUps signUps, SessionViews views, Roster roster, WorkCalendar calendar, Clock clock) {
        this.sessions = sessions;
        this.signUps = signUps;
        this.views = views;
        this.roster = roster;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public boolean byUnit() {
        return true;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        var today = occurrence.plannedAt().atZone(Zone.SHANGHAI).toLocalDate();
        var due = sessions.due(today, calendar.plusWorkingDays(today, 1), occurrence.plannedAt());
        due.forEach(one -> sessions.told(one, clock.instant()));
        return new Coming(due, readers(due));
    }

    /** Who is told of what, in order. */
    private Map<Member, List<Due>> readers(List<Due> due) {
        var readers = new LinkedHashMap<Member, List<Due>>();
        for (var one : due) {
            var people = new ArrayList<>(signUps.of(one.session().id()));
            roster.member(one.session().contactId())
                    .filter(contact -> !people.contains(contact))
                    .ifPresent(people::add);
            people.forEach(member ->
                    readers.computeIfAbsent(member, any -> new ArrayList<>()).add(one));
        }
        return readers;
    }

    /** One occurrence's sessions. */
    private final class Coming implements Edition {

        private final List<Due> due;
        private final Map<Member, List<Due>> readers;

        Coming(List<Due> due, Map<Member, List<Due>> readers) {
            this.due = due;
            this.readers = readers;
        }

        @Override
        public List<Part> partsFor(Group group) {
            var lines = due.stream()
                    .filter(Due::first)
                    .map(Due::session)
                    .filter(session -> group.unitIds().stream().anyMatch(session::isFor))
                    .map(views::line)
                    .toList();
            return lines.isEmpty() ? List.of() : List.of(new TextPart("training/announced", Announced.of(lines)));
        }

        @Override
        public List<Member> readers() {
            return List.copyOf(readers.keySet());
        }

        @Override
        public List<Part> partsFor(Member reader) {
            var lines = readers.getOrDefault(reader, List.of()).stream()
                    .map(one -> new Reminded(
                            views.line(one.session()), one.session().contactId() == reader.id()))
                    .toList();
            return lines.isEmpty()
                    ? List.of()
                    : List.of(new TextPart(
                            "training/reminder", new Reminder(lines.get(0).session(), lines.size(), lines)));
        }
    }

    /** @param first the session that the title names */
    record Announced(Line first, int count, List<Line> sessions) {

        static Announced of(List<Line> lines) {
            return new Announced(lines.get(0), lines.size(), lines);
        }

        boolean several() {
            return count > 1;
        }
    }

    /** @param teaches whether the reader gives it */
    record Reminded(Line session, boolean teaches) {

        /** For the part that all messages share. */
        List<Line> body() {
            return List.of(session);
        }
    }

    record Reminder(Line first, int count, List<Reminded> sessions) {

        boolean several() {
            return count > 1;
        }
    }
}
