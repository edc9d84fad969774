package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /到课}: the trainer's list of who came. What is told of it is by unit. */
@Component
class AttendanceCommand implements Command {

    private static final Pattern NUMBER = Pattern.compile("^#?(\\d{1,9})(?=\\D|$)");

    private final Sessions sessions;
    private final SignUps signUps;
    private final SessionViews views;
    private final People people;
    private final Audit audit;
    private final Templates templates;

    AttendanceCommand(
            Sessions sessions, SignUps signUps, SessionViews views, People people, Audit audit, Templates templates) {
        this.sessions = sessions;
        this.signUps = signUps;
        this.views = views;
        this.people = people;
        this.audit = audit;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public Reply handle(CommandCall call) {
        var number = NUMBER.matcher(call.folded());
        if (!number.find()) {
            throw UserMistake.of("training/attendance-which", Map.of());
        }
        var session = sessions.planned(Long.parseLong(number.group(1)));
        PlanDesk.checkTeaches(session, call.member());
        var day = session.when().day();
        if (day == null || day.isAfter(Deadlines.dayOf(call.at()))) {
            throw UserMistake.of("training/attendance-early", views.line(session));
        }
        var list =
                Presence.in(call.arguments().substring(number.end()), signUps.of(session.id()), people.all(), words());
        if (list.empty() && list.unknown().isEmpty()) {
            return Reply.of("training/attendance-how", views.detail(session, call.member(), call.isPrivate()));
        } else if (!list.unknown().isEmpty()) {
            throw UserMistake.of(
                    "training/attendance-unknown",
                    Map.of("number", session.id(), "unknown", String.join(" ", list.unknown())));
        }
        signUps.attended(session, list.there());
        audit.record(
                call.member().staffId(),
                "training-attendance",
                "training:" + session.id(),
                Outcome.ALLOWED,
                list.there().size() + " came");
        var absent = call.isPrivate()
                ? signUps.of(session.id()).stream()
                        .filter(member -> !list.there().contains(member))
                        .map(Member::name)
                        .toList()
                : List.<String>of();
        return Reply.of(
                "training/attended", new Attended(views.detail(session, call.member(), call.isPrivate()), absent));
    }

    private AttendanceWords words() {
        return templates.words(AttendanceWords.FILE, AttendanceWords.class);
    }

    /** @param absent who signed up and did not come, for the trainer alone to check */
    record Attended(SessionViews.Detail detail, List<String> absent) {}
}
