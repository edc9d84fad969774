package ecobot.training;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /报名}: somebody comes to a session, or does not after all. Seats are counted one by one. */
@Component
class SignUpCommand implements Command {

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})");

    private final Sessions sessions;
    private final SignUps signUps;
    private final SessionViews views;
    private final Templates templates;

    SignUpCommand(Sessions sessions, SignUps signUps, SessionViews views, Templates templates) {
        this.sessions = sessions;
        this.signUps = signUps;
        this.views = views;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "sign-up";
    }

    @Override
    public Reply handle(CommandCall call) {
        var folded = call.folded().strip();
        boolean leave = words().leave().stream().anyMatch(folded::contains);
        for (var word : words().leave()) {
            folded = folded.replace(word, " ");
        }
        var number = NUMBER.matcher(folded.strip());
        if (number.matches()) {
            long id = Long.parseLong(number.group(1));
            return leave ? leave(call, id) : join(call, id);
        } else if (folded.isBlank() && !leave) {
            return Reply.of("training/coming", views.coming(call.member()));
        }
        throw UserMistake.of("training/sign-up-which", Map.of());
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return leave(call, Long.parseLong(token));
    }

    private Reply join(CommandCall call, long id) {
        var session = sessions.locked(id);
        if (!session.isPlanned()) {
            throw Sessions.cancelled(session);
        }
        checkAhead(session, call);
        if (signUps.of(id).contains(call.member())) {
            throw UserMistake.of("training/signed-already", views.line(session));
        }
        var capacity = session.capacity();
        if (capacity != null && session.signed() >= capacity) {
            throw UserMistake.of("training/full", views.line(session));
        }
        signUps.put(session, call.member(), call.at());
        return Reply.of("training/signed-up", views.line(sessions.one(id))).undoable(Long.toString(id));
    }

    private Reply leave(CommandCall call, long id) {
        var session = sessions.locked(id);
        checkAhead(session, call);
        if (!signUps.remove(session, call.member())) {
            throw UserMistake.of("training/not-signed", SessionViews.numbered(session));
        }
        return Reply.of("training/signed-off", views.line(sessions.one(id)));
    }

    private static void checkAhead(Session session, CommandCall call) {
        if (session.when().isOver(call.at())) {
            throw UserMistake.of("training/begun", SessionViews.numbered(session));
        }
    }

    private AttendanceWords words() {
        return templates.words(AttendanceWords.FILE, AttendanceWords.class);
    }
}
