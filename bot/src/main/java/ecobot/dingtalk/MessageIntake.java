package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.inbox.Inbox;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where both ways in meet: reads a bot message and hands it to the inbox. */
@Component
class MessageIntake {

    static final String QUOTA_EXHAUSTED = "quota-exhausted";

    private final BotMessageDecoder decoder;
    private final Inbox inbox;
    private final Alarms alarms;
    private final QuotaMeter quota;
    private final Heard heard;
    private final Aside aside;

    MessageIntake(BotMessageDecoder decoder, Inbox inbox, Alarms alarms, QuotaMeter quota, Heard heard, Aside aside) {
        this.decoder = decoder;
        this.inbox = inbox;
        this.alarms = alarms;
        this.quota = quota;
        this.heard = heard;
        this.aside = aside;
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
            heard.note(said.message());
            return inbox.accept(said.message());
        }
        Decoded.OverQuota over = (Decoded.OverQuota) decoded;
        return aside.run(
                () -> alarms.raise(QUOTA_EXHAUSTED, "messages arrive without their words, errorCode " + over.code()));
    }
}
