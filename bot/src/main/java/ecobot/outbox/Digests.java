package ecobot.outbox;

import ecobot.outbox.Outgoing.Content;
import ecobot.outbox.Outgoing.Digest;
import ecobot.outbox.Outgoing.Markdown;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one message of the notices that wait behind each other in a lane, before the first of them is tried: a burst is one digest instead of
 * twenty messages, and what comes while a lane has to wait joins those that wait. A notice that was merged is final, shares the end of the message that
 * says it, and is never sent by itself: every event is in exactly one message. Answers, posts, buttons, pictures and whatever was tried before stay as
 * they are, and nothing overtakes them.
 */
@Component
class Digests {

    private static final int MOST = 30;
    private static final int MAX_BYTES = 6_000;
    private static final int MAX_MENTIONS = 50;

    private final OutboxMapper outbox;
    private final TransactionTemplate transaction;
    private final Clock machineClock;

    Digests(OutboxMapper outbox, TransactionTemplate transaction, @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.machineClock = machineClock;
    }

    /** The message to send now: {@code head} itself, or the digest that it has become. */
    StoredOutgoing of(StoredOutgoing head) {
        if (!isNotice(head)) {
            return head;
        }
        List<StoredOutgoing> together = new ArrayList<>(List.of(head));
        int bytes = bytes(head);
        for (StoredOutgoing next : outbox.behind(head.lane(), head.id(), MOST)) {
            bytes += bytes(next);
            if (!isNotice(next) || bytes > MAX_BYTES) {
                break;
            }
            together.add(next);
        }
        return together.size() > 1 && merge(together) ? outbox.byId(head.id()) : head;
    }

    /** Only what nobody has tried yet. */
    private static boolean isNotice(StoredOutgoing message) {
        boolean untried = message.attempts() == 0 && message.state() != StoredOutgoing.State.SENDING;
        return untried
                && message.kind() == Outgoing.Kind.NOTICE
                && message.sessionUrl() == null
                && !notices(message.outgoing().content()).isEmpty();
    }

    private boolean merge(List<StoredOutgoing> together) {
        StoredOutgoing head = together.get(0);
        List<Outgoing> messages =
                together.stream().map(StoredOutgoing::outgoing).toList();
        List<String> mentions = messages.stream()
                .flatMap(message -> message.mentions().stream())
                .distinct()
                .limit(MAX_MENTIONS)
                .toList();
        Digest digest = new Digest(messages.stream()
                .flatMap(message -> notices(message.content()).stream())
                .toList());
        List<Long> others = together.stream().skip(1).map(StoredOutgoing::id).toList();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean merged = outbox.becomeDigest(head.id(), ContentJson.write(digest, mentions)) == 1
                    && outbox.mergeInto(head.id(), others, machineClock.instant()) == others.size();
            if (!merged) {
                status.setRollbackOnly();
            }
            return merged;
        }));
    }

    /** A digest that still waits can grow. */
    private static List<Markdown> notices(Content content) {
        if (content instanceof Digest digest) {
            return digest.notices();
        }
        return Stream.of(content)
                .filter(Markdown.class::isInstance)
                .map(Markdown.class::cast)
                .toList();
    }

    private static int bytes(StoredOutgoing message) {
        return message.content().getBytes(StandardCharsets.UTF_8).length;
    }
}
