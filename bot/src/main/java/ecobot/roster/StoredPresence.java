package ecobot.roster;

import ecobot.database.AfterCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** One row per member and group, written at most once a day: somebody who says ten things costs one write. */
@Component
class StoredPresence implements Presence {

    static final int DAYS = 60;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final PresenceMapper rows;
    private final Map<Pair, Instant> noted = new ConcurrentHashMap<>();

    StoredPresence(PresenceMapper rows) {
        this.rows = rows;
    }

    @Override
    public void heard(Group group, Member member, Instant at) {
        var pair = new Pair(group.id(), member.id());
        var before = noted.get(pair);
        if (before == null || !at.isBefore(before.plus(A_DAY))) {
            rows.heard(group.id(), member.id(), at);
            AfterCommit.run(() -> noted.put(pair, at));
        }
    }

    @Override
    public boolean isIn(Group group, Member member, Instant at) {
        return rows.isHeard(group.id(), member.id(), at.minus(Duration.ofDays(DAYS)));
    }

    private record Pair(long groupId, long memberId) {}
}
