package ecobot.chat;

import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Content;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.Kind;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.outbox.Outgoing.Target;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs a post: composes one edition and stores its parts for each group that subscribes and each of its readers, in the transaction of the
 * occurrence. Keys are made of the occurrence, the receiver and the part, so that nothing is ever stored twice.
 */
final class PostTask implements ScheduledTask {

    private final Post post;
    private final TemplateLibrary templates;
    private final Roster roster;
    private final Outbox outbox;

    PostTask(Post post, TemplateLibrary templates, Roster roster, Outbox outbox) {
        this.post = post;
        this.templates = templates;
        this.roster = roster;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return post.name();
    }

    @Override
    public void run(Occurrence occurrence) {
        var edition = post.compose(occurrence);
        var messages = new ArrayList<Outgoing>();
        for (var group : roster.subscribersOf(post.subscription())) {
            var target = new GroupTarget(group.conversationId(), null);
            messages.addAll(messages(occurrence, Long.toString(group.id()), target, edition.partsFor(group)));
        }
        for (var reader : edition.readers()) {
            var target = new PersonTarget(reader.staffId(), null);
            messages.addAll(messages(occurrence, "member:" + reader.id(), target, edition.partsFor(reader)));
        }
        outbox.enqueueAll(messages);
    }

    private List<Outgoing> messages(Occurrence occurrence, String receiver, Target target, List<Part> parts) {
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(part -> new Outgoing(
                        "post:" + occurrence.id() + ":" + receiver + ":" + part,
                        target,
                        content(occurrence, parts.get(part - 1)),
                        List.of(),
                        Kind.POST,
                        post.optional()))
                .toList();
    }

    private Content content(Occurrence occurrence, Part part) {
        if (part instanceof PicturePart picture) {
            return new Outgoing.Picture(picture.hash());
        }
        var text = (TextPart) part;
        var message = templates.render(text.template(), text.view());
        return new Outgoing.Markdown(message.title(), occurrence.late() ? marked(message, occurrence) : message.text());
    }

    /** A post that comes late says so below its heading, lest its figures be taken for those of another day. */
    private String marked(Message message, Occurrence occurrence) {
        int heading = message.text().indexOf('\n');
        int end = heading < 0 ? message.text().length() : heading;
        var mark = templates.fragment("_partial/late", Map.of("plannedAt", occurrence.plannedAt()));
        return message.text().substring(0, end) + "\n\n" + mark + message.text().substring(end);
    }
}
