package ecobot.library;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.LateAnswers;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.UnreadableDocument.Reason;
import ecobot.media.FetchEnded;
import ecobot.media.Media;
import ecobot.media.Media.Fetch.State;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Documents that a trainer sends: each becomes a draft, with the original attached. */
@Component
class Uploads {

    private final Media media;
    private final UploadMapper uploads;
    private final Shelf shelf;
    private final Roster roster;
    private final LateAnswers lateAnswers;
    private final Audit audit;
    private final LibraryViews views;
    private final Lists lists;
    private final Templates templates;

    Uploads(
            Media media,
            UploadMapper uploads,
            Shelf shelf,
            Roster roster,
            LateAnswers lateAnswers,
            Audit audit,
            LibraryViews views,
            Lists lists,
            Templates templates) {
        this.media = media;
        this.uploads = uploads;
        this.shelf = shelf;
        this.roster = roster;
        this.lateAnswers = lateAnswers;
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

    /**
     * Takes the first file of the message. Asking for it locks the fetch, so it either has ended before or ends after this transaction: no file
     * comes between looking and waiting.
     */
    Reply take(CommandCall call) {
        if (!call.member().isAny(SearchDesk.KEEPERS)) {
            throw UserMistake.of("library/upload-not-allowed", Map.of());
        }
        var message = call.message();
        var file = message.files().get(0);
        long fetchId = media.want(message.robotCode(), file.downloadCode());
        var upload = new Upload(fetchId, call.member().id(), message.conversationId(), file.fileName(), call.at());
        if (media.fetch(fetchId).state() == State.WANTED) {
            uploads.await(upload);
            return Reply.of("library/upload-fetching", Map.of("fileName", upload.fileName()));
        }
        return draft(upload, call.member(), call.at());
    }

    /** A file has come, or never will. */
    @EventListener
    void on(FetchEnded ended) {
        var upload = uploads.awaited(ended.fetchId());
        if (upload == null) {
            return;
        }
        uploads.forget(upload.fetchId());
        var key = "material:" + upload.fetchId() + ":" + upload.sentAt().toEpochMilli();
        roster.member(upload.memberId())
                .filter(member -> member.isAny(SearchDesk.KEEPERS))
                .ifPresent(member -> lateAnswers.answer(
                        key,
                        member,
                        upload.conversationId(),
                        MaterialCommand.NAME,
                        draft(upload, member, upload.sentAt())));
    }

    private Reply draft(Upload upload, Member member, Instant at) {
        try {
            var fetch = media.fetch(upload.fetchId());
            var content = fetch.hash() == null ? null : media.find(fetch.hash()).orElse(null);
            if (content == null) {
                throw new UnreadableDocument(
                        fetch.reason() == Media.Fetch.Reason.TOO_LARGE ? Reason.TOO_LARGE : Reason.LOST);
            }
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
