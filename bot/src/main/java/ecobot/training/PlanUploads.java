package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.FileTaker;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.SentFile;
import ecobot.chat.SentFiles;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import ecobot.workbook.UnreadableWorkbook;
import ecobot.workbook.UnreadableWorkbook.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A year's plan that a trainer sends: checked as soon as it is here, shown, and kept only when that person confirms. Confirming reads the file again;
 * what would change must be what was shown. The same file again changes nothing.
 */
@Component
class PlanUploads implements FileTaker {

    static final String FILE = "FILE";

    private final SentFiles files;
    private final Sessions sessions;
    private final Drafts drafts;
    private final PlanViews views;
    private final People people;
    private final Confirmation confirmation;
    private final Audit audit;
    private final Templates templates;

    PlanUploads(
            SentFiles files,
            Sessions sessions,
            Drafts drafts,
            PlanViews views,
            People people,
            Confirmation confirmation,
            Audit audit,
            Templates templates) {
        this.files = files;
        this.sessions = sessions;
        this.drafts = drafts;
        this.views = views;
        this.people = people;
        this.confirmation = confirmation;
        this.audit = audit;
        this.templates = templates;
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
        } else if (!confirmation.isYes(call, "training/yes-or-no")) {
            return Reply.of("training/plan-kept", Map.of());
        }
        var shown = confirmation.pending(question, Shown.class);
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
        } catch (UnreadableWorkbook unreadable) {
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
            return confirmation.ask(Reply.of("training/plan-confirm", view), new Shown(upload, fingerprint(diff)));
        } catch (UnreadableWorkbook unreadable) {
            return unreadable(upload, unreadable);
        }
    }

    private PlanDiff diff(PlanSheet sheet) {
        return PlanDiff.between(sessions.of(sheet.year()), sheet.sessions());
    }

    private PlanSheet sheet(SentFile upload, Member by) throws UnreadableWorkbook {
        var content = files.content(upload).orElseThrow(() -> new UnreadableWorkbook(Reason.LOST));
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

    private Reply unreadable(SentFile upload, UnreadableWorkbook unreadable) {
        return Reply.of(
                "training/plan-unreadable",
                Map.of(
                        "fileName",
                        upload.fileName(),
                        "why",
                        words().unreadable().getOrDefault(unreadable.reason(), "")));
    }

    private PlanWords words() {
        return templates.words(PlanWords.FILE, PlanWords.class);
    }

    /** What waits for its confirmation. */
    record Shown(SentFile upload, String fingerprint) {}
}
