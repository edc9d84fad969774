package ecobot.dingtalk;

import ecobot.inbox.IncomingMessage;
import org.jspecify.annotations.Nullable;

/** What the platform delivered as a bot message. */
sealed interface Decoded {

    /** Somebody wrote something. */
    record Message(IncomingMessage message) implements Decoded {}

    /**
     * The organisation's quota is used up: there is an envelope without words. Nobody said nothing; the operator has to know.
     *
     * @param code the platform's
     */
    record OverQuota(String code, @Nullable String robotCode) implements Decoded {}
}
