package ecobot.chat;

import ecobot.chat.Post.Edition;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Content;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.Kind;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.util.List;
import java.util.Map;

/**
 * Runs a post: composes one edition and stores its parts for each group that subscribes, in the transaction of the occurrence. Keys are made
 * of the occurrence, the group and the part, so that nothing is ever stored twice.
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
        roster.subscribersOf(post.name()).forEach(group -> store(occurrence, group, edition));
    }

    private void store(Occurrence occurrence, Group group, Edition edition) {
        var parts = edition.partsFor(group);
        for (int part = 0; part < parts.size(); part++) {
            var key = "post:" + occurrence.id() + ":" + group.id() + ":" + (part + 1);
            var target = new GroupTarget(group.conversationId(), null);
            outbox.enqueue(new Outgoing(key, target, content(occurrence, parts.get(part)), List.of(), Kind.POST));
        }
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
