package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.inbox.Inbox;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where both ways in meet: reads a bot message and hands it to the inbox. */
@Component
class MessageIntake {

    static final String QUOTA_EXHAUSTED = "quota-exhausted";

    private final BotMessageDecoder decoder;
    private final Inbox inbox;
    private final Alarms alarms;
    private final QuotaMeter quota;

    MessageIntake(BotMessageDecoder decoder, @Lazy Inbox inbox, @Lazy Alarms alarms, QuotaMeter quota) {
        this.decoder = decoder;
        this.inbox = inbox;
        this.alarms = alarms;
        this.quota = quota;
    }

    /**
     * Takes a message in.
     *
     * @param envelopeId stands in for a missing message id
     * @return completes once it is durable; exceptionally when it is not
     * @throws Json.NotJson when it is no bot message
     */
    CompletableFuture<Void> take(String json, @Nullable String envelopeId) throws Json.NotJson {
        Decoded decoded = decoder.decode(json, envelopeId);
        if (decoded instanceof Decoded.Message said) {
            quota.count(QuotaMeter.Counter.WEBHOOK_STREAM);
            return inbox.accept(said.message());
        }
        Decoded.OverQuota over = (Decoded.OverQuota) decoded;
        return CompletableFuture.runAsync(
                () -> alarms.raise(QUOTA_EXHAUSTED, "messages arrive without their words, errorCode " + over.code()));
    }
}
