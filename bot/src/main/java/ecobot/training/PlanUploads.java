package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.LateAnswers;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.media.FetchEnded;
import ecobot.media.Media;
import ecobot.media.Media.Fetch.State;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.training.Workbook.Flaw;
import ecobot.training.Workbook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year's plan that a trainer sends: checked as soon as it is here, shown, and kept only when that person confirms. Confirming reads the file again;
 * what would change must be what was shown. The same file again changes nothing.
 */
@Component
class PlanUploads {

    static final String CONFIRM = "CONFIRM";
    static final String FILE = "FILE";

    private final Media media;
    private final PlanUploadMapper uploads;
    private final Sessions sessions;
    private final Drafts drafts;
    private final PlanViews views;
    private final People people;
    private final Roster roster;
    private final LateAnswers lateAnswers;
    private final Audit audit;
    private final Templates templates;
    private final JsonMapper json;

    PlanUploads(
            Media media,
            PlanUploadMapper uploads,
            Sessions sessions,
            Drafts drafts,
            PlanViews views,
            People people,
            Roster roster,
            LateAnswers lateAnswers,
            Audit audit,
            Templates templates,
            JsonMapper json) {
        this.media = media;
        this.uploads = uploads;
        this.sessions = sessions;
        this.drafts = drafts;
        this.views = views;
        this.people = people;
        this.roster = roster;
        this.lateAnswers = lateAnswers;
        this.audit = audit;
        this.templates = templates;
        this.json = json;
        words();
    }

    /** Asks for the file, whatever its name. */
    Reply ask(CommandCall call) {
        PlanDesk.checkTrainer(call.member());
        return Reply.of("training/plan-send", Map.of()).asking(new Question(FILE, "", List.of()));
    }

    /** Takes the first file of the message. Asking for it locks the fetch, so that no file comes between looking and waiting. */
    Reply take(CommandCall call) {
        PlanDesk.checkTrainer(call.member());
        var message = call.message();
        var file = message.files().get(0);
        long fetchId = media.want(message.robotCode(), file.downloadCode());
        var upload = new PlanUpload(fetchId, call.member().id(), message.conversationId(), file.fileName(), call.at());
        if (media.fetch(fetchId).state() == State.WANTED) {
            uploads.await(upload);
            return Reply.of("training/plan-fetching", Map.of("fileName", upload.fileName()));
        }
        return checked(upload, call.member(), false);
    }

    /** A file has come, or never will. */
    @EventListener
    void on(FetchEnded ended) {
        var upload = uploads.awaited(ended.fetchId());
        if (upload == null) {
            return;
        }
        uploads.forget(upload.fetchId());
        var key = "training:" + upload.fetchId() + ":" + upload.sentAt().toEpochMilli();
        roster.member(upload.memberId())
                .filter(People::isTrainer)
                .ifPresent(member -> lateAnswers.answer(
                        key, member, upload.conversationId(), TrainingCommand.NAME, checked(upload, member, false)));
    }

    /** Keeps the plan that was shown, or leaves it. */
    Reply answer(CommandCall call, Question question) {
        PlanDesk.checkTrainer(call.member());
        if (question.field().equals(FILE)) {
            throw UserMistake.of("training/plan-send", Map.of());
        } else if (trainingWords().stop().contains(call.folded())) {
            return Reply.of("training/plan-kept", Map.of());
        } else if (!trainingWords().confirm().contains(call.folded())) {
            throw UserMistake.of("training/yes-or-no", Map.of("typed", call.arguments()));
        }
        var shown = json.readValue(question.draft(), Shown.class);
        try {
            var sheet = read(shown.upload(), call.member());
            var diff = diff(sheet);
            if (!sheet.isGood() || !fingerprint(diff).equals(shown.fingerprint())) {
                return checked(shown.upload(), call.member(), true);
            }
            diff.added().forEach(outline -> sessions.add(outline, call.member(), call.at()));
            diff.changed().forEach(change -> sessions.change(change.session().id(), change.after()));
            audit.record(
                    call.member().staffId(),
                    "training-import",
                    "training-year:" + sheet.year(),
                    Outcome.ALLOWED,
                    diff.added().size() + " new, " + diff.changed().size() + " changed");
            return views.imported(sheet, diff, call.member());
        } catch (Unreadable unreadable) {
            return unreadable(shown.upload(), unreadable);
        }
    }

    /** The dry run: what is wrong, or what would change. Nothing is written. */
    private Reply checked(PlanUpload upload, Member by, boolean again) {
        try {
            var sheet = read(upload, by);
            if (!sheet.isGood()) {
                return Reply.of("training/plan-bad", views.bad(sheet, upload.fileName()));
            }
            var diff = diff(sheet);
            var view = views.proposed(sheet, diff, upload.fileName(), again);
            if (diff.isNothing()) {
                return Reply.of("training/plan-unchanged", view);
            }
            var draft = json.writeValueAsString(new Shown(upload, fingerprint(diff)));
            var choices = List.of(
                    choice(trainingWords().confirm()), choice(trainingWords().stop()));
            return Reply.of("training/plan-confirm", view).asking(new Question(CONFIRM, draft, choices));
        } catch (Unreadable unreadable) {
            return unreadable(upload, unreadable);
        }
    }

    private PlanDiff diff(PlanSheet sheet) {
        return PlanDiff.between(sessions.of(sheet.year()), sheet.sessions());
    }

    private PlanSheet read(PlanUpload upload, Member by) throws Unreadable {
        var hash = media.fetch(upload.fetchId()).hash();
        var content = hash == null ? null : media.find(hash).orElse(null);
        if (content == null) {
            throw new Unreadable(Flaw.LOST);
        }
        return new PlanSheetReader(words(), drafts, people::named, by)
                .read(content.bytes(), upload.fileName(), Year.from(Deadlines.dayOf(upload.sentAt())));
    }

    /** What would be written, as a hash: JSON writes sets in an order of its own, so units stand in the words for the audience only. */
    private String fingerprint(PlanDiff diff) {
        var lines = new StringBuilder();
        diff.added().forEach(outline -> lines.append(text(outline)).append('\n'));
        diff.changed()
                .forEach(change -> lines.append(change.session().id())
                        .append(text(change.session().outline()))
                        .append(text(change.after()))
                        .append('\n'));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(Outline outline) {
        return String.join(
                "|",
                outline.when().toString(),
                outline.topic(),
                outline.audience(),
                outline.trainer(),
                outline.place(),
                String.valueOf(outline.capacity()));
    }

    private Reply unreadable(PlanUpload upload, Unreadable unreadable) {
        return Reply.of(
                "training/plan-unreadable",
                Map.of(
                        "fileName",
                        upload.fileName(),
                        "why",
                        words().unreadable().getOrDefault(unreadable.flaw(), "")));
    }

    private PlanWords words() {
        return templates.words(PlanWords.FILE, PlanWords.class);
    }

    private TrainingWords trainingWords() {
        return templates.words(TrainingWords.FILE, TrainingWords.class);
    }

    private static Choice choice(List<String> said) {
        return new Choice(said.get(0), said.get(0));
    }

    /** What waits for its confirmation. */
    record Shown(PlanUpload upload, String fingerprint) {}
}
