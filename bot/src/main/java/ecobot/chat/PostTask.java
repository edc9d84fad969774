package ecobot.chat;

import ecobot.chat.Post.Part;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Content;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.Kind;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.outbox.Outgoing.Target;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Runs a post: composes one edition and stores its parts for each group that subscribes and each of its readers, in the transaction of the
 * occurrence. Keys are made of the occurrence, the receiver and the part, so that nothing is ever stored twice.
 */
final class PostTask implements ScheduledTask {

    private final Post post;
    private final PartContents contents;
    private final Roster roster;
    private final Outbox outbox;

    PostTask(Post post, PartContents contents, Roster roster, Outbox outbox) {
        this.post = post;
        this.contents = contents;
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
        for (var group : groups(edition)) {
            var target = new GroupTarget(group.conversationId(), null);
            messages.addAll(messages(occurrence, Long.toString(group.id()), target, edition.partsFor(group)));
        }
        for (var reader : edition.readers()) {
            var target = new PersonTarget(reader.staffId(), null);
            messages.addAll(messages(occurrence, "member:" + reader.id(), target, edition.partsFor(reader)));
        }
        outbox.enqueueAll(messages);
    }

    private List<Group> groups(Post.Edition edition) {
        var named = edition.groups();
        return named == null
                ? roster.subscribersOf(Objects.requireNonNullElse(edition.subscription(), post.name()))
                : named;
    }

    private List<Outgoing> messages(Occurrence occurrence, String receiver, Target target, List<Part> parts) {
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(part -> new Outgoing(
                        Post.key(occurrence, receiver, part),
                        target,
                        content(occurrence, parts.get(part - 1)),
                        List.of(),
                        Kind.POST,
                        post.optional()))
                .toList();
    }

    /** A post that comes late says so below its heading, lest its figures be taken for those of another day; it comes as text. */
    private Content content(Occurrence occurrence, Part part) {
        var content = occurrence.late()
                ? contents.marked(part, "_partial/late", Map.of("plannedAt", occurrence.plannedAt()))
                : contents.of(part);
        return occurrence.late() ? content : contents.withCard(part, content);
    }
}
