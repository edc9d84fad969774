package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.text.Folding;
import ecobot.training.TrainingWords.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A trainer's side of the plan: a session is planned, changed, cancelled; those who signed up are told. */
@Component
class PlanDesk {

    static final String TOPIC = "TOPIC";
    static final String WHEN = "WHEN";
    static final String REASON = "REASON";

    private static final int LONGEST_REASON = 200;

    private final Sessions sessions;
    private final SignUps signUps;
    private final Drafts drafts;
    private final SessionViews views;
    private final Roster roster;
    private final Audit audit;
    private final JsonMapper json;

    PlanDesk(
            Sessions sessions,
            SignUps signUps,
            Drafts drafts,
            SessionViews views,
            Roster roster,
            Audit audit,
            JsonMapper json) {
        this.sessions = sessions;
        this.signUps = signUps;
        this.drafts = drafts;
        this.views = views;
        this.roster = roster;
        this.audit = audit;
        this.json = json;
    }

    Reply create(CommandCall call, String text) {
        checkTrainer(call.member());
        var draft = drafts.with(
                Drafts.blank(call.member()), drafts.read(text, call.at()).looseAsTopic(), call.at());
        return complete(call, draft);
    }

    /** Goes on with what was asked for. */
    Reply answer(CommandCall call, Question question) {
        checkTrainer(call.member());
        if (question.field().equals(REASON)) {
            return cancel(call, Long.parseLong(question.draft()), call.arguments());
        }
        var draft = json.readValue(question.draft(), Draft.class);
        var said = drafts.read(call.arguments(), call.at());
        if (question.field().equals(WHEN)) {
            if (said.when() == null) {
                throw UserMistake.of("training/time-unclear", Map.of());
            }
        } else {
            said = said.looseAsTopic();
            if (said.value(Part.TOPIC).isEmpty()) {
                throw UserMistake.of("training/ask-topic", Map.of());
            }
        }
        return complete(call, drafts.with(draft, said, call.at()));
    }

    private Reply complete(CommandCall call, Draft draft) {
        if (draft.topic().isEmpty()) {
            return Reply.of("training/ask-topic", Map.of()).asking(question(TOPIC, draft));
        } else if (draft.when() == null) {
            return Reply.of("training/ask-when", Map.of("topic", draft.topic())).asking(question(WHEN, draft));
        }
        long id = sessions.add(draft.outline(), call.member(), call.at());
        record(call, "training-new", id, draft.topic());
        return Reply.of("training/made", views.line(sessions.one(id))).undoable(Long.toString(id));
    }

    /** Takes back what was planned a moment ago, unless it has led to something since: then it is cancelled, and people hear of it. */
    Reply undo(CommandCall call, String id) {
        var session = sessions.locked(Long.parseLong(id));
        if (!session.isPlanned() || sessions.hasLedToSomething(session.id())) {
            throw UserMistake.of("training/not-undoable", SessionViews.numbered(session));
        }
        sessions.remove(session);
        record(call, "training-undo", session.id(), session.topic());
        return Reply.of("training/taken-back", SessionViews.numbered(session));
    }

    Reply change(CommandCall call, long id, String text) {
        checkTrainer(call.member());
        var planned = sessions.lockedPlanned(id);
        var before = planned.outline();
        var said = drafts.read(text, call.at());
        var hour = drafts.whens().hour(Folding.fold(said.loose()));
        if (hour.isEmpty() && !said.loose().isEmpty()) {
            throw UserMistake.of("training/change-unclear", Map.of("number", id, "typed", said.loose()));
        }
        var changed = drafts.with(Draft.of(before), said, call.at()).outline();
        var after = hour.map(changed::at).orElse(changed);
        var changes = views.changes(before, after);
        if (changes.isEmpty()) {
            throw UserMistake.of("training/nothing-to-change", Map.of("number", id));
        }
        sessions.change(id, after);
        record(call, "training-change", id, String.join("; ", changes));
        return told(call, planned, changes, "training/changed", "training/changed-told");
    }

    /** @param reason empty for asking */
    Reply cancel(CommandCall call, long id, String reason) {
        checkTrainer(call.member());
        var session = sessions.lockedPlanned(id);
        if (reason.isBlank()) {
            return Reply.of("training/ask-reason", SessionViews.numbered(session))
                    .asking(new Question(REASON, Long.toString(id), List.of()));
        }
        checkLength(reason, LONGEST_REASON);
        sessions.cancel(session, reason.strip());
        record(call, "training-cancel", id, reason);
        return told(call, session, List.of(), "training/cancelled", "training/cancelled-told");
    }

    /** Tells those who signed up and the trainer, the former one too, but not the one who did it. */
    private Reply told(CommandCall call, Session before, List<String> changes, String template, String note) {
        var session = sessions.one(before.id());
        var receivers = new LinkedHashMap<Long, Member>();
        signUps.of(session.id()).forEach(member -> receivers.put(member.id(), member));
        for (long contact : List.of(before.contactId(), session.contactId())) {
            roster.member(contact).ifPresent(member -> receivers.put(member.id(), member));
        }
        receivers.remove(call.member().id());
        var view = new SessionViews.Changed(views.line(session), changes, receivers.size());
        var reply = Reply.of(template, view);
        for (var receiver : receivers.values()) {
            reply = reply.telling(new MemberNote(receiver, note, view));
        }
        return reply;
    }

    static void checkTrainer(Member member) {
        if (!People.isTrainer(member)) {
            throw UserMistake.of("training/trainers-only", Map.of());
        }
    }

    static void checkTeaches(Session session, Member member) {
        if (!SessionViews.mayTeach(session, member)) {
            throw UserMistake.of("training/trainers-only", Map.of());
        }
    }

    static void checkLength(String text, int most) {
        if (text.length() > most) {
            throw UserMistake.of("training/text-too-long", Map.of("most", most));
        }
    }

    private Question question(String field, Draft draft) {
        return new Question(field, json.writeValueAsString(draft), List.of());
    }

    private void record(CommandCall call, String action, long id, String detail) {
        audit.record(
                call.member().staffId(),
                action,
                "training:" + id,
                Outcome.ALLOWED,
                detail.substring(0, Math.min(detail.length(), LONGEST_REASON)));
    }
}
