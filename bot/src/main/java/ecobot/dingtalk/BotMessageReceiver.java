package ecobot.dingtalk;

import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Takes bot messages from the stream. Nothing else is subscribed to: every push costs quota. */
@Component
class BotMessageReceiver implements FrameReceiver {

    private final MessageIntake intake;

    BotMessageReceiver(MessageIntake intake) {
        this.intake = intake;
    }

    @Override
    public CompletableFuture<Ack> receive(Frame frame) {
        if (!frame.is(Frame.Type.CALLBACK, Frame.BOT_MESSAGE)) {
            return CompletableFuture.completedFuture(Ack.unknownTopic(frame));
        }
        try {
            return intake.take(frame.data(), frame.messageId()).thenApply(stored -> Ack.done(frame));
        } catch (Json.NotJson e) {
            return CompletableFuture.completedFuture(Ack.badFrame(frame.messageId()));
        }
    }
}
