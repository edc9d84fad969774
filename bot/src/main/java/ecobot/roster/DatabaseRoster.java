package ecobot.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The roster as it stands in the database, read again every few seconds so that other nodes' changes arrive. */
@Component
class DatabaseRoster implements Roster {

    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private final RosterMapper rows;
    private final Clock machineClock;
    private volatile @Nullable Reading reading;

    DatabaseRoster(RosterMapper rows, @Qualifier("machineClock") Clock machineClock) {
        this.rows = rows;
        this.machineClock = machineClock;
    }

    /** Makes the next question read the database again. */
    void forget() {
        reading = null;
    }

    private Directory directory() {
        var last = reading;
        var now = machineClock.instant();
        if (last == null || last.at().plus(FRESH_FOR).isBefore(now)) {
            last = new Reading(Directory.read(rows), now);
            reading = last;
        }
        return last.directory();
    }

    @Override
    public List<Unit> units() {
        return directory().units();
    }

    @Override
    public List<Unit> rankedUnits() {
        return units().stream().filter(Unit::ranked).toList();
    }

    @Override
    public Optional<Unit> unit(long id) {
        return Optional.ofNullable(directory().unitById().get(id));
    }

    @Override
    public List<Unit> unitsNamed(String words) {
        return directory().unitNames().meantBy(words);
    }

    @Override
    public Optional<UnitMention> unitIn(String text) {
        return directory().unitNames().in(text);
    }

    @Override
    public List<Area> areas() {
        return directory().areas();
    }

    @Override
    public Optional<Member> member(long id) {
        return directory().members().stream()
                .filter(member -> member.id() == id)
                .findFirst();
    }

    @Override
    public Optional<Member> memberByStaffId(String staffId) {
        return Optional.ofNullable(directory().memberByStaffId().get(staffId));
    }

    @Override
    public List<Member> membersOf(long unitId, Role role) {
        return membersWith(role).stream()
                .filter(member -> member.unit() != null && member.unit().id() == unitId)
                .toList();
    }

    @Override
    public List<Member> membersWith(Role role) {
        return directory().members().stream().filter(member -> member.is(role)).toList();
    }

    @Override
    public Optional<Group> groupByConversation(String conversationId) {
        return Optional.ofNullable(directory().groupByConversation().get(conversationId));
    }

    @Override
    public Group seenGroup(String conversationId, String title) {
        return groupByConversation(conversationId).orElseGet(() -> {
            rows.saveGroup(conversationId, title);
            forget();
            return groupByConversation(conversationId).orElseThrow();
        });
    }

    @Override
    public List<Group> groups() {
        return directory().groups();
    }

    @Override
    public List<Group> groupsOf(long unitId) {
        return directory().groups().stream()
                .filter(group -> group.unitIds().contains(unitId))
                .toList();
    }

    @Override
    public List<Group> subscribersOf(String post) {
        return directory().subscribersByPost().getOrDefault(post, List.of());
    }

    @Override
    public Map<Long, Set<String>> kindsChosen(String post) {
        return directory().kindsByPost().getOrDefault(post, Map.of());
    }

    private record Reading(Directory directory, Instant at) {}
}
