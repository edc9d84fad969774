package ecobot.chat;

import ecobot.chat.Post.Edition;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.media.Media;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.Kind;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.ScheduleDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes behind a savepoint and goes back to it. Pictures that were drawn on the way are kept again, since they would be gone too. */
@Component
class PostRehearsals implements Rehearsals {

    private final Map<String, Post> posts;
    private final ScheduleDesk desk;
    private final Roster roster;
    private final Media media;
    private final Outbox outbox;
    private final PartContents contents;
    private final TransactionTemplate savepoint;

    PostRehearsals(
            ObjectProvider<Post> posts,
            ScheduleDesk desk,
            Roster roster,
            Media media,
            Outbox outbox,
            PartContents contents,
            PlatformTransactionManager transactions) {
        this.posts = posts.stream().collect(Collectors.toUnmodifiableMap(Post::name, Function.identity()));
        this.desk = desk;
        this.roster = roster;
        this.media = media;
        this.outbox = outbox;
        this.contents = contents;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public Rehearsal of(Schedule schedule) {
        var post = posts.get(schedule.task());
        if (post == null) {
            throw new IllegalStateException("no post is named " + schedule.task());
        }
        Map<String, Media.Content> pictures = new HashMap<>();
        var rehearsal = Objects.requireNonNull(savepoint.execute(status -> {
            status.setRollbackOnly();
            var all = composed(post, schedule);
            pictures(all).forEach(hash -> media.find(hash).ifPresent(found -> pictures.put(hash, found)));
            return all;
        }));
        pictures.values().forEach(picture -> media.keep(picture.bytes(), picture.contentType()));
        return rehearsal;
    }

    private Rehearsal composed(Post post, Schedule schedule) {
        Edition edition = post.compose(desk.occurrenceToDrop(schedule));
        var groups = roster.subscribersOf(post.name()).stream()
                .map(group -> new ForGroup(group, edition.partsFor(group)))
                .filter(part -> !part.parts().isEmpty())
                .toList();
        var readers = edition.readers().stream()
                .map(reader -> new ForReader(reader, edition.partsFor(reader)))
                .filter(part -> !part.parts().isEmpty())
                .toList();
        return new Rehearsal(groups, readers);
    }

    private static Stream<String> pictures(Rehearsal rehearsal) {
        return Stream.concat(
                        rehearsal.groups().stream().map(ForGroup::parts),
                        rehearsal.readers().stream().map(ForReader::parts))
                .flatMap(List::stream)
                .filter(PicturePart.class::isInstance)
                .map(part -> ((PicturePart) part).hash())
                .distinct();
    }

    @Override
    public void tryIn(String key, Group group, List<Part> parts) {
        var target = new GroupTarget(group.conversationId(), null);
        for (int part = 1; part <= parts.size(); part++) {
            var content = contents.marked(parts.get(part - 1), "_partial/trial", Map.of());
            outbox.enqueue(new Outgoing(key + ":" + part, target, content, List.of(), Kind.NOTICE));
        }
    }
}
