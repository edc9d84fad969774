package ecobot.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A roster for tests without a database: Nanhu's eleven units and the bureau, and the members and groups that a test adds. */
public final class ListedRoster implements Roster {

    private final List<Unit> units = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    public ListedRoster() {
        List.of("建设", "解放", "新嘉", "南湖", "新兴", "东栅", "七星").forEach(name -> add(name, Unit.Kind.SUBDISTRICT));
        List.of("凤桥", "余新", "新丰", "大桥").forEach(name -> add(name, Unit.Kind.TOWN));
        units.add(new Unit(99, "南湖分局", "分局", Unit.Kind.BUREAU, null, 99));
    }

    public Unit unit(String shortName) {
        return units.stream()
                .filter(unit -> unit.shortName().equals(shortName))
                .findFirst()
                .orElseThrow();
    }

    /** Adds a member; {@code unit} is a short name, or null. */
    public Member member(String name, @Nullable String unit, Role... roles) {
        long id = members.size() + 1L;
        var all = new ArrayList<>(List.of(roles));
        all.add(Role.REPORTER);
        var member = new Member(id, "staff-" + id, name, unit == null ? null : unit(unit), Set.copyOf(all));
        members.add(member);
        return member;
    }

    /** Adds a group that units are bound to. */
    public Group group(String title, String... unitNames) {
        long id = groups.size() + 1L;
        var group = new Group(
                id,
                "cid-" + id,
                title,
                List.of(unitNames).stream().map(name -> unit(name).id()).toList(),
                null);
        groups.add(group);
        return group;
    }

    /** Adds a group that has a custom robot only. */
    public Group groupWithRobot(String conversationId, String robot) {
        var group = new Group(groups.size() + 1L, conversationId, conversationId, List.of(), robot);
        groups.add(group);
        return group;
    }

    private void add(String shortName, Unit.Kind kind) {
        int id = units.size() + 1;
        var name = shortName + (kind == Unit.Kind.TOWN ? "镇" : "街道");
        units.add(new Unit(id, name, shortName, kind, null, id));
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public List<Unit> rankedUnits() {
        return units.stream().filter(Unit::ranked).toList();
    }

    @Override
    public Optional<Unit> unit(long id) {
        return units.stream().filter(unit -> unit.id() == id).findFirst();
    }

    @Override
    public List<Unit> unitsNamed(String words) {
        return new UnitNames(units).meantBy(words);
    }

    @Override
    public Optional<UnitMention> unitIn(String text) {
        return new UnitNames(units).in(text);
    }

    @Override
    public List<Area> areas() {
        return List.of();
    }

    @Override
    public Optional<Member> member(long id) {
        return members.stream().filter(member -> member.id() == id).findFirst();
    }

    @Override
    public Optional<Member> memberByStaffId(String staffId) {
        return members.stream()
                .filter(member -> member.staffId().equals(staffId))
                .findFirst();
    }

    @Override
    public List<Member> membersOf(long unitId, Role role) {
        return membersWith(role).stream()
                .filter(member -> member.unit() != null && member.unit().id() == unitId)
                .toList();
    }

    @Override
    public List<Member> membersWith(Role role) {
        return members.stream().filter(member -> member.is(role)).toList();
    }

    @Override
    public Optional<Group> groupByConversation(String conversationId) {
        return groups.stream()
                .filter(group -> group.conversationId().equals(conversationId))
                .findFirst();
    }

    @Override
    public Group seenGroup(String conversationId, String title) {
        throw new UnsupportedOperationException("tests bind their groups themselves");
    }

    @Override
    public List<Group> groups() {
        return groups;
    }

    @Override
    public List<Group> groupsOf(long unitId) {
        return groups.stream().filter(group -> group.unitIds().contains(unitId)).toList();
    }

    @Override
    public Map<Long, Set<String>> kindsChosen(String post) {
        return Map.of();
    }

    @Override
    public List<Group> subscribersOf(String post) {
        return List.of();
    }
}
