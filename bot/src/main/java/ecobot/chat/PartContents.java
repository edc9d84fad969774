package ecobot.chat;

import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Content;
import org.springframework.stereotype.Component;

/** Renders the parts of a post. */
@Component
class PartContents {

    private final TemplateLibrary templates;

    PartContents(TemplateLibrary templates) {
        this.templates = templates;
    }

    /** A part as it is. */
    Content of(Part part) {
        if (part instanceof PicturePart picture) {
            return new Outgoing.Picture(picture.hash());
        }
        var text = (TextPart) part;
        var message = templates.render(text.template(), text.view());
        return new Outgoing.Markdown(message.title(), message.text());
    }

    /** A part whose text has a remark below its heading: {@code fragment} with {@code view}. A picture has none. */
    Content marked(Part part, String fragment, Object view) {
        var content = of(part);
        return content instanceof Outgoing.Markdown text
                ? new Outgoing.Markdown(text.title(), below(text.text(), templates.fragment(fragment, view)))
                : content;
    }

    private static String below(String text, String mark) {
        int newline = text.indexOf('\n');
        int heading = newline < 0 ? text.length() : newline;
        return text.substring(0, heading) + "\n\n" + mark + text.substring(heading);
    }
}
