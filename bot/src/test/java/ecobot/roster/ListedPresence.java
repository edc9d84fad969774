package ecobot.roster;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Who was heard where, for tests without a database: forgets nobody. */
public final class ListedPresence implements Presence {

    private final Set<String> heard = new HashSet<>();

    @Override
    public void heard(Group group, Member member, Instant at) {
        heard.add(group.id() + ":" + member.id());
    }

    @Override
    public boolean isIn(Group group, Member member, Instant at) {
        return heard.contains(group.id() + ":" + member.id());
    }
}
