package ecobot.chat;

import ecobot.chat.Post.FilePart;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.outbox.Extras;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Content;
import org.springframework.stereotype.Component;

/** Renders the parts of a post. */
@Component
class PartContents {

    private final TemplateLibrary templates;
    private final Extras extras;

    PartContents(TemplateLibrary templates, Extras extras) {
        this.templates = templates;
        this.extras = extras;
    }

    /** A part as it is. */
    Content of(Part part) {
        if (part instanceof PicturePart picture) {
            return new Outgoing.Picture(picture.hash());
        }
        if (part instanceof FilePart file) {
            return new Outgoing.File(file.hash(), file.fileName());
        }
        var text = (TextPart) part;
        var message = templates.render(text.template(), text.view());
        return new Outgoing.Markdown(message.title(), message.text());
    }

    /** A part whose text has a remark below its heading: {@code fragment} with {@code view}. A picture or a file has none. */
    Content marked(Part part, String fragment, Object view) {
        var content = of(part);
        return content instanceof Outgoing.Markdown text
                ? new Outgoing.Markdown(text.title(), below(text.text(), templates.fragment(fragment, view)))
                : content;
    }

    /** The same as a card, if the part has one and there are any; {@code content} is what is sent where it cannot be. */
    Content withCard(Part part, Content content) {
        return part instanceof TextPart text
                        && text.card() != null
                        && content instanceof Outgoing.Markdown plain
                        && extras.cards()
                ? text.card().over(plain)
                : content;
    }

    private static String below(String text, String mark) {
        int newline = text.indexOf('\n');
        int heading = newline < 0 ? text.length() : newline;
        return text.substring(0, heading) + "\n\n" + mark + text.substring(heading);
    }
}
