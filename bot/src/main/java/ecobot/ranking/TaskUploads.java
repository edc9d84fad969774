package ecobot.ranking;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.FileTaker;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.SentFile;
import ecobot.chat.SentFiles;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.ranking.TaskTables.Stored;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.workbook.UnreadableWorkbook;
import ecobot.workbook.UnreadableWorkbook.Reason;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * A workbook that somebody sends: checked as soon as it is here, shown, and kept only when that person confirms. Confirming reads the file again;
 * what would be kept must be what was shown.
 */
@Component
class TaskUploads implements FileTaker {

    private final Media media;
    private final SentFiles files;
    private final TaskTables tables;
    private final TaskViews views;
    private final Roster roster;
    private final Confirmation confirmation;
    private final Audit audit;
    private final Templates templates;

    TaskUploads(
            Media media,
            SentFiles files,
            TaskTables tables,
            TaskViews views,
            Roster roster,
            Confirmation confirmation,
            Audit audit,
            Templates templates) {
        this.media = media;
        this.files = files;
        this.tables = tables;
        this.views = views;
        this.roster = roster;
        this.confirmation = confirmation;
        this.audit = audit;
        this.templates = templates;
    }

    /** @throws UserMistake for somebody who may not import */
    static void checkMayImport(Member member) {
        if (!mayImport(member)) {
            throw UserMistake.of("ranking/tasks-not-allowed", Map.of());
        }
    }

    Reply take(CommandCall call) {
        checkMayImport(call.member());
        return files.take(call, this);
    }

    @Override
    public String command() {
        return TaskCommand.NAME;
    }

    @Override
    public boolean mayTake(Member member) {
        return mayImport(member);
    }

    /** What a unit is asked to do goes into its score, so its own manager does not set it. */
    private static boolean mayImport(Member member) {
        return member.isManagerOfBureau() || member.is(Role.ADMIN);
    }

    @Override
    public Reply waiting(SentFile file) {
        return Reply.of("ranking/tasks-fetching", Map.of("fileName", file.fileName()));
    }

    @Override
    public Reply read(SentFile file, Member sender) {
        return checked(file, false);
    }

    /** Keeps the table that was shown, or leaves it. */
    Reply answer(CommandCall call, Question question) {
        checkMayImport(call.member());
        if (!confirmation.isYes(call, "ranking/tasks-yes-or-no")) {
            return Reply.of("ranking/tasks-kept", Map.of());
        }
        var shown = confirmation.pending(question, Shown.class);
        var upload = shown.upload();
        try {
            var sheet = read(upload);
            int version =
                    tables.latest(sheet.table().month()).map(Stored::version).orElse(0);
            if (!sheet.isGood()
                    || version != shown.version()
                    || !sheet.table().hash().equals(shown.hash())) {
                return checked(upload, true);
            }
            var fileHash = media.fetch(upload.fetchId()).hash();
            var kept = tables.keep(sheet.table(), version, String.valueOf(fileHash), upload, call.member(), call.at());
            audit.record(
                    call.member().staffId(),
                    "task-table",
                    "task-table:" + sheet.table().month(),
                    Outcome.ALLOWED,
                    "version " + kept.version());
            return Reply.of("ranking/tasks-imported", views.month(kept, words()));
        } catch (DuplicateKeyException somebodyWasFaster) {
            return checked(upload, true);
        } catch (UnreadableWorkbook unreadable) {
            return unreadable(upload, unreadable);
        }
    }

    /** The dry run: what is wrong, or what would change. Nothing is written. */
    private Reply checked(SentFile upload, boolean again) {
        try {
            var sheet = read(upload);
            if (!sheet.isGood()) {
                return Reply.of("ranking/tasks-bad", views.bad(sheet, upload.fileName(), words()));
            }
            var before = tables.latest(sheet.table().month()).orElse(null);
            return before != null && before.hash().equals(sheet.table().hash())
                    ? Reply.of("ranking/tasks-unchanged", views.month(before, words()))
                    : proposed(upload, sheet, before, again);
        } catch (UnreadableWorkbook unreadable) {
            return unreadable(upload, unreadable);
        }
    }

    private Reply proposed(SentFile upload, TaskSheet sheet, @Nullable Stored before, boolean again) {
        int version = before == null ? 0 : before.version();
        return confirmation.ask(
                Reply.of("ranking/tasks-confirm", views.proposed(sheet, before, upload.fileName(), again, words())),
                new Shown(upload, version, sheet.table().hash()));
    }

    private TaskSheet read(SentFile upload) throws UnreadableWorkbook {
        var content = files.content(upload).orElseThrow(() -> new UnreadableWorkbook(Reason.LOST));
        return new TaskSheetReader(words(), roster.rankedUnits())
                .read(
                        content.bytes(),
                        upload.fileName(),
                        YearMonth.from(upload.sentAt().atZone(Zone.SHANGHAI)));
    }

    private Reply unreadable(SentFile upload, UnreadableWorkbook unreadable) {
        return Reply.of(
                "ranking/tasks-unreadable",
                Map.of("fileName", upload.fileName(), "why", words().why(unreadable.reason())));
    }

    private TaskWords words() {
        return templates.words(TaskWords.FILE, TaskWords.class);
    }

    /**
     * What waits for its confirmation.
     *
     * @param version in force when it was shown, 0 for none
     * @param hash of the table that was shown
     */
    record Shown(SentFile upload, int version, String hash) {}
}
