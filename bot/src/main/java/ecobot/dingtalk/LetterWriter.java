package ecobot.dingtalk;

import ecobot.chat.Templates;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Card;
import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.Digest;
import ecobot.outbox.Outgoing.File;
import ecobot.outbox.Outgoing.Markdown;
import ecobot.outbox.Outgoing.Picture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns a message into what the platform wants, uploading what it holds. */
@Component
class LetterWriter {

    private static final String WORDS = "dingtalk/words";

    private final Templates templates;
    private final MediaUploads uploads;

    LetterWriter(Templates templates, MediaUploads uploads) {
        this.templates = templates;
        this.uploads = uploads;
    }

    /**
     * Writes it.
     *
     * @param repeatMarked whether the text has to say that it may be a repeat; pictures and files cannot
     * @throws CallFailed when an upload failed; nothing was sent then
     */
    Letter write(Outgoing message, boolean repeatMarked, Deadline deadline) throws CallFailed {
        Outgoing.Content content = message.content();
        if (content instanceof Card card) {
            content = card.plain();
        }
        if (content instanceof Markdown markdown) {
            String text = marked(markdown.text(), repeatMarked);
            return Letter.of(message, new Markdown(markdown.title(), text));
        }
        if (content instanceof Digest digest) {
            return Letter.of(message, digest(digest, repeatMarked));
        }
        if (content instanceof Choice choice) {
            return Letter.of(new Choice(choice.title(), marked(choice.text(), repeatMarked), choice.buttons()));
        }
        if (content instanceof Picture picture) {
            String name = picture.hash() + ".png";
            return Letter.picture(
                    words().picture(), uploads.mediaId(picture.hash(), MediaUploads.Kind.IMAGE, name, deadline));
        }
        File file = (File) content;
        return Letter.file(
                uploads.mediaId(file.hash(), MediaUploads.Kind.FILE, file.fileName(), deadline), file.fileName());
    }

    /** Each notice keeps its heading, so that they stay apart. */
    private Markdown digest(Digest digest, boolean repeatMarked) {
        List<Markdown> notices = digest.notices();
        String title = words().digest().replace("{n}", Integer.toString(notices.size()));
        String text = Stream.concat(Stream.of("### " + title), notices.stream().map(Markdown::text))
                .collect(Collectors.joining("\n\n"));
        return new Markdown(title, marked(text, repeatMarked));
    }

    private String marked(String text, boolean repeatMarked) {
        return repeatMarked ? text + "\n\n" + words().repeat() : text;
    }

    private Words words() {
        return templates.words(WORDS, Words.class);
    }
}
