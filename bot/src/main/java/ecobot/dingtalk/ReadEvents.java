package ecobot.dingtalk;

import ecobot.outbox.MessageRead;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the news that somebody has read a message of the robot. All other events mean nothing here; each costs quota all the same. */
@Component
class ReadEvents implements FrameReceiver {

    private static final Logger log = LoggerFactory.getLogger(ReadEvents.class);

    private final ApplicationEventPublisher events;
    private final QuotaMeter quota;
    private final Aside aside;

    ReadEvents(ApplicationEventPublisher events, QuotaMeter quota, Aside aside) {
        this.events = events;
        this.quota = quota;
        this.aside = aside;
    }

    /** What cannot be stored is not asked for again: the read list of the evening says it too. */
    @Override
    public CompletableFuture<Ack> receive(Frame frame) {
        quota.count(QuotaMeter.Counter.WEBHOOK_STREAM);
        if (!frame.eventType().equals(Frame.MESSAGE_READ)) {
            return CompletableFuture.completedFuture(Ack.taken(frame));
        }
        try {
            var data = Json.object(frame.data());
            var read = new MessageRead(Json.text(data, "processQueryKey", ""), Json.text(data, "userId", ""));
            return aside.run(() -> publish(read)).thenApply(done -> Ack.taken(frame));
        } catch (Json.NotJson e) {
            return CompletableFuture.completedFuture(Ack.badFrame(frame.messageId()));
        }
    }

    private void publish(MessageRead read) {
        try {
            events.publishEvent(read);
        } catch (RuntimeException e) {
            log.warn("that a message was read is not stored: {}", e.toString());
        }
    }
}
