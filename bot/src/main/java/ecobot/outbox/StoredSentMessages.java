package ecobot.outbox;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StoredSentMessages implements SentMessages {

    private final DeliveryMapper rows;

    StoredSentMessages(DeliveryMapper rows) {
        this.rows = rows;
    }

    @Override
    public List<Sent> of(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : rows.sent(keys);
    }
}
