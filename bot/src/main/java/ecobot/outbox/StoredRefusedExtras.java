package ecobot.outbox;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StoredRefusedExtras implements RefusedExtras {

    private static final int MOST = 500;

    private final RefusedExtraMapper rows;

    StoredRefusedExtras(RefusedExtraMapper rows) {
        this.rows = rows;
    }

    @Override
    public List<Refused> lock(Extra extra) {
        return rows.lock(extra.keys, NO_PERMISSION, MOST);
    }

    @Override
    public boolean wentAfter(Extra extra, Instant at) {
        return rows.wentAfter(extra.keys, at);
    }

    @Override
    public void settle(List<Refused> madeUp) {
        madeUp.forEach(refused -> rows.settle(refused.id()));
    }
}
