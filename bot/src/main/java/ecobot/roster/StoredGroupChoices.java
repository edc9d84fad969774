package ecobot.roster;

import ecobot.database.AfterCommit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredGroupChoices implements GroupChoices {

    private static final long NO_GROUP = 0;

    private final GroupChoiceMapper rows;
    private final DatabaseRoster roster;

    StoredGroupChoices(GroupChoiceMapper rows, DatabaseRoster roster) {
        this.rows = rows;
        this.roster = roster;
    }

    @Override
    public List<Subscription> of(long groupId) {
        return rows.posts(groupId).stream()
                .map(post -> new Subscription(post, rows.unitIds(groupId, post), rows.kinds(groupId, post)))
                .toList();
    }

    @Override
    public void subscribe(long groupId, Subscription subscription) {
        rows.subscribe(groupId, subscription.post());
        widen(groupId, subscription.post());
        subscription.unitIds().forEach(unit -> rows.narrow(groupId, subscription.post(), unit));
        subscription.kinds().forEach(kind -> rows.narrowToKind(groupId, subscription.post(), kind));
        AfterCommit.run(roster::forget);
    }

    @Override
    public void unsubscribe(long groupId, String post) {
        widen(groupId, post);
        rows.unsubscribe(groupId, post);
        AfterCommit.run(roster::forget);
    }

    private void widen(long groupId, String post) {
        rows.toAllUnits(groupId, post);
        rows.toAllKinds(groupId, post);
    }

    @Override
    public Optional<Group> testGroup() {
        return rows.testGroup().flatMap(roster::groupByConversation);
    }

    @Override
    public void tryPostsIn(@Nullable Group group) {
        rows.tryPostsIn(group == null ? NO_GROUP : group.id());
    }
}
