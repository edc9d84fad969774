package ecobot.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a message after an attempt. */
sealed interface Next {

    /**
     * It is attempted again.
     *
     * @param busySince since when the platform has answered every attempt that it is busy; null when the last one ended otherwise
     */
    record Again(
            int tries,
            @Nullable Instant busySince,
            Instant notBefore,
            boolean repeatMarked,
            boolean pinned,
            String reason)
            implements Next {}

    /** It is final. */
    record End(
            StoredOutgoing.State state,
            Messenger.@Nullable Channel channel,
            @Nullable String platformId,
            @Nullable String reason)
            implements Next {}
}
