package ecobot.ranking;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.FileTaker;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.SentFile;
import ecobot.chat.SentFiles;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.ranking.TaskTables.Stored;
import ecobot.ranking.UnreadableSheet.Reason;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A workbook that somebody sends: checked as soon as it is here, shown, and kept only when that person confirms. Confirming reads the file again;
 * what would be kept must be what was shown.
 */
@Component
class TaskUploads implements FileTaker {

    static final Set<Role> MAY_IMPORT = Set.of(Role.MANAGER, Role.ADMIN);

    private static final String CONFIRM = "CONFIRM";

    private final Media media;
    private final SentFiles files;
    private final TaskTables tables;
    private final TaskViews views;
    private final Roster roster;
    private final Audit audit;
    private final Templates templates;
    private final JsonMapper json;

    TaskUploads(
            Media media,
            SentFiles files,
            TaskTables tables,
            TaskViews views,
            Roster roster,
            Audit audit,
            Templates templates,
            JsonMapper json) {
        this.media = media;
        this.files = files;
        this.tables = tables;
        this.views = views;
        this.roster = roster;
        this.audit = audit;
        this.templates = templates;
        this.json = json;
    }

    /** @throws UserMistake for somebody who may not import */
    static void checkMayImport(Member member) {
        if (!member.isAny(MAY_IMPORT)) {
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
        return member.isAny(MAY_IMPORT);
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
        if (words().cancel().contains(call.folded())) {
            return Reply.of("ranking/tasks-kept", Map.of());
        } else if (!words().confirm().contains(call.folded())) {
            throw UserMistake.of("ranking/tasks-yes-or-no", Map.of("typed", call.arguments()));
        }
        var shown = json.readValue(question.draft(), Shown.class);
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
        } catch (UnreadableSheet unreadable) {
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
        } catch (UnreadableSheet unreadable) {
            return unreadable(upload, unreadable);
        }
    }

    private Reply proposed(SentFile upload, TaskSheet sheet, @Nullable Stored before, boolean again) {
        int version = before == null ? 0 : before.version();
        var draft =
                json.writeValueAsString(new Shown(upload, version, sheet.table().hash()));
        var choices = List.of(choice(words().confirm()), choice(words().cancel()));
        return Reply.of("ranking/tasks-confirm", views.proposed(sheet, before, upload.fileName(), again, words()))
                .asking(new Question(CONFIRM, draft, choices));
    }

    private TaskSheet read(SentFile upload) throws UnreadableSheet {
        var content = files.content(upload).orElseThrow(() -> new UnreadableSheet(Reason.LOST));
        return new TaskSheetReader(words(), roster.rankedUnits())
                .read(
                        content.bytes(),
                        upload.fileName(),
                        YearMonth.from(upload.sentAt().atZone(Zone.SHANGHAI)));
    }

    private Reply unreadable(SentFile upload, UnreadableSheet unreadable) {
        return Reply.of(
                "ranking/tasks-unreadable",
                Map.of("fileName", upload.fileName(), "why", words().why(unreadable.reason())));
    }

    private TaskWords words() {
        return templates.words(TaskWords.FILE, TaskWords.class);
    }

    private static Choice choice(List<String> said) {
        return new Choice(said.get(0), said.get(0));
    }

    /**
     * What waits for its confirmation.
     *
     * @param version in force when it was shown, 0 for none
     * @param hash of the table that was shown
     */
    record Shown(SentFile upload, int version, String hash) {}
}
