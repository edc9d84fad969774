package ecobot.chat;

import ecobot.media.FetchEnded;
import ecobot.media.Media;
import ecobot.media.Media.Content;
import ecobot.media.Media.Fetch.State;
import ecobot.roster.Roster;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Files that people send to commands in private: asked for at once, answered when they have come, or never will. */
@Component
public class SentFiles {

    private final Media media;
    private final SentFileMapper rows;
    private final Roster roster;
    private final LateAnswers lateAnswers;
    private final ObjectProvider<FileTaker> takers;

    SentFiles(
            Media media,
            SentFileMapper rows,
            Roster roster,
            LateAnswers lateAnswers,
            ObjectProvider<FileTaker> takers) {
        this.media = media;
        this.rows = rows;
        this.roster = roster;
        this.lateAnswers = lateAnswers;
        this.takers = takers;
    }

    /**
     * Takes the first file of the message. Asking for it locks the fetch, so it either has ended before or ends after this transaction: no file
     * comes between looking and waiting.
     */
    public Reply take(CommandCall call, FileTaker taker) {
        var message = call.message();
        var sent = message.files().get(0);
        long fetchId = media.want(message.robotCode(), sent.downloadCode());
        var file = new SentFile(fetchId, call.member().id(), message.conversationId(), sent.fileName(), call.at());
        if (media.fetch(fetchId).state() == State.WANTED) {
            rows.await(taker.command(), file);
            return taker.waiting(file);
        }
        return taker.read(file, call.member());
    }

    /** What was in it; empty when it never came. */
    public Optional<Content> content(SentFile file) {
        return Optional.ofNullable(media.fetch(file.fetchId()).hash()).flatMap(media::find);
    }

    @EventListener
    void on(FetchEnded ended) {
        var file = rows.awaited(ended.fetchId());
        if (file == null) {
            return;
        }
        var command = rows.command(ended.fetchId());
        rows.forget(ended.fetchId());
        var taker = takers.stream()
                .filter(each -> each.command().equals(command))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing takes files for " + command));
        var key = "file:" + file.fetchId() + ":" + file.sentAt().toEpochMilli();
        roster.member(file.memberId())
                .filter(taker::mayTake)
                .ifPresent(member -> lateAnswers.answer(
                        key, member, file.conversationId(), taker.command(), taker.read(file, member)));
    }
}
