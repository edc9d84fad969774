package ecobot.dingtalk;

import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Takes what comes over the stream: messages, and presses of cards and news of reading where those are switched on. */
@Primary
@Component
class CallbackReceiver implements FrameReceiver {

    private final BotMessageReceiver messages;
    private final CardPresses presses;
    private final ReadEvents reading;

    CallbackReceiver(BotMessageReceiver messages, CardPresses presses, ReadEvents reading) {
        this.messages = messages;
        this.presses = presses;
        this.reading = reading;
    }

    @Override
    public CompletableFuture<Ack> receive(Frame frame) {
        if (frame.type() == Frame.Type.EVENT) {
            return reading.receive(frame);
        }
        if (!frame.is(Frame.Type.CALLBACK, Frame.CARD_PRESS)) {
            return messages.receive(frame);
        }
        try {
            return presses.take(frame.data()).thenApply(stored -> Ack.done(frame));
        } catch (Json.NotJson e) {
            return CompletableFuture.completedFuture(Ack.badFrame(frame.messageId()));
        }
    }
}
