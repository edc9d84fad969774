package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.FileTaker;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.SentFile;
import ecobot.chat.SentFiles;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import ecobot.training.Workbook.Flaw;
import ecobot.training.Workbook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year's plan that a trainer sends: checked as soon as it is here, shown, and kept only when that person confirms. Confirming reads the file again;
 * what would change must be what was shown. The same file again changes nothing.
 */
@Component
class PlanUploads implements FileTaker {

    static final String CONFIRM = "CONFIRM";
    static final String FILE = "FILE";

    private final SentFiles files;
    private final Sessions sessions;
    private final Drafts drafts;
    private final PlanViews views;
    private final People people;
    private final Audit audit;
    private final Templates templates;
    private final JsonMapper json;

    PlanUploads(
            SentFiles files,
            Sessions sessions,
            Drafts drafts,
            PlanViews views,
            People people,
            Audit audit,
            Templates templates,
            JsonMapper json) {
        this.files = files;
        this.sessions = sessions;
        this.drafts = drafts;
        this.views = views;
        this.people = people;
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

    Reply take(CommandCall call) {
        PlanDesk.checkTrainer(call.member());
        return files.take(call, this);
    }

    @Override
    public String command() {
        return TrainingCommand.NAME;
    }

    @Override
    public boolean mayTake(Member member) {
        return People.isTrainer(member);
    }

    @Override
    public Reply waiting(SentFile file) {
        return Reply.of("training/plan-fetching", Map.of("fileName", file.fileName()));
    }

    @Override
    public Reply read(SentFile file, Member sender) {
        return checked(file, sender, false);
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
            var sheet = sheet(shown.upload(), call.member());
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
    private Reply checked(SentFile upload, Member by, boolean again) {
        try {
            var sheet = sheet(upload, by);
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

    private PlanSheet sheet(SentFile upload, Member by) throws Unreadable {
        var content = files.content(upload).orElseThrow(() -> new Unreadable(Flaw.LOST));
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

    private Reply unreadable(SentFile upload, Unreadable unreadable) {
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
    record Shown(SentFile upload, String fingerprint) {}
}
