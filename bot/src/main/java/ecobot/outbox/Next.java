package ecobot.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a message after an attempt. */
sealed interface Next {

    /** It is attempted again. */
    record Again(int tries, Instant notBefore, boolean repeatMarked, boolean pinned, String reason) implements Next {}

    /** It is final. */
    record End(
            StoredOutgoing.State state,
            Messenger.@Nullable Channel channel,
            @Nullable String platformId,
            @Nullable String reason)
            implements Next {}
}
