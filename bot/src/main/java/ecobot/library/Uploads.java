package ecobot.library;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.FileTaker;
import ecobot.chat.Reply;
import ecobot.chat.SentFile;
import ecobot.chat.SentFiles;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.UnreadableDocument.Reason;
import ecobot.media.Media;
import ecobot.roster.Member;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Documents that a trainer sends: each becomes a draft, with the original attached. */
@Component
class Uploads implements FileTaker {

    private final Media media;
    private final SentFiles files;
    private final Shelf shelf;
    private final Audit audit;
    private final LibraryViews views;
    private final Lists lists;
    private final Templates templates;

    Uploads(
            Media media,
            SentFiles files,
            Shelf shelf,
            Audit audit,
            LibraryViews views,
            Lists lists,
            Templates templates) {
        this.media = media;
        this.files = files;
        this.shelf = shelf;
        this.audit = audit;
        this.views = views;
        this.lists = lists;
        this.templates = templates;
        words();
    }

    boolean takes(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return words().fileEndings().stream().anyMatch(name::endsWith) || lists.takes(fileName);
    }

    Reply take(CommandCall call) {
        if (!mayTake(call.member())) {
            throw UserMistake.of("library/upload-not-allowed", Map.of());
        }
        return files.take(call, this);
    }

    @Override
    public String command() {
        return MaterialCommand.NAME;
    }

    @Override
    public boolean mayTake(Member member) {
        return member.isAny(SearchDesk.KEEPERS);
    }

    @Override
    public Reply waiting(SentFile file) {
        return Reply.of(
                "library/upload-fetching", Map.of("fileName", file.fileName(), "list", lists.takes(file.fileName())));
    }

    @Override
    public Reply read(SentFile file, Member sender) {
        return draft(file, sender, file.sentAt());
    }

    private Reply draft(SentFile upload, Member member, Instant at) {
        try {
            var content = files.content(upload)
                    .orElseThrow(() -> new UnreadableDocument(
                            media.fetch(upload.fetchId()).reason() == Media.Fetch.Reason.TOO_LARGE
                                    ? Reason.TOO_LARGE
                                    : Reason.LOST));
            if (lists.takes(upload.fileName())) {
                return lists.checked(content.bytes(), content.hash(), upload.fileName());
            }
            var text = new DocumentReader(words().paragraphStart()).read(content.bytes());
            var guessed = new Guesses(words(), templates.words(KeeperWords.FILE, KeeperWords.class))
                    .content(text, upload.fileName());
            long number = shelf.draft(guessed, member.id(), at);
            shelf.attach(number, new Attachment(content.hash(), upload.fileName()));
            audit.record(member.staffId(), "material-upload", "material:" + number, Outcome.ALLOWED, null);
            return Reply.of("library/uploaded", views.drafted(number, guessed, text.cut()));
        } catch (UnreadableDocument unreadable) {
            return Reply.of(
                    "library/upload-unreadable",
                    Map.of("fileName", upload.fileName(), "why", words().why(unreadable.reason())));
        }
    }

    private UploadWords words() {
        return templates.words(UploadWords.FILE, UploadWords.class);
    }
}
