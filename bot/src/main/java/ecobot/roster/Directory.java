package ecobot.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole roster at one moment: a few hundred rows, read together and never changed. */
record Directory(
        List<Area> areas,
        List<Unit> units,
        Map<Long, Unit> unitById,
        List<Member> members,
        Map<String, Member> memberByStaffId,
        List<Group> groups,
        Map<String, Group> groupByConversation,
        Map<String, List<Group>> subscribersByPost,
        Map<String, Map<Long, Set<String>>> kindsByPost,
        UnitNames unitNames) {

    static Directory read(RosterMapper rows) {
        var units = rows.units();
        var unitById = units.stream().collect(toMap(Unit::id, Function.identity()));
        var members = members(rows, unitById);
        var groups = groups(rows);
        return new Directory(
                rows.areas(),
                units,
                unitById,
                members,
                members.stream().collect(toMap(Member::staffId, Function.identity())),
                groups,
                groups.stream().collect(toMap(Group::conversationId, Function.identity())),
                subscribers(rows, groups),
                kinds(rows),
                new UnitNames(units));
    }

    private static List<Member> members(RosterMapper rows, Map<Long, Unit> unitById) {
        Map<Long, Set<Role>> given = rows.roles().stream()
                .collect(groupingBy(RosterMapper.RoleRow::memberId, mapping(RosterMapper.RoleRow::role, toSet())));
        return rows.members().stream()
                .map(row -> new Member(
                        row.id(), row.staffId(), row.name(), unit(unitById, row.unitId()), roles(given.get(row.id()))))
                .toList();
    }

    private static @Nullable Unit unit(Map<Long, Unit> unitById, @Nullable Long id) {
        return id == null ? null : unitById.get(id);
    }

    private static Set<Role> roles(@Nullable Set<Role> given) {
        var roles = EnumSet.of(Role.REPORTER);
        if (given != null) {
            roles.addAll(given);
        }
        return roles;
    }

    private static List<Group> groups(RosterMapper rows) {
        Map<Long, List<Long>> unitIds = rows.groupUnits().stream()
                .collect(groupingBy(
                        RosterMapper.GroupUnitRow::groupId, mapping(RosterMapper.GroupUnitRow::unitId, toList())));
        return rows.groups().stream()
                .map(row -> new Group(
                        row.id(),
                        row.conversationId(),
                        row.title(),
                        unitIds.getOrDefault(row.id(), List.of()),
                        row.customRobot()))
                .toList();
    }

    private static Map<String, List<Group>> subscribers(RosterMapper rows, List<Group> groups) {
        Map<Subscriber, List<Long>> narrowed = rows.narrowed().stream()
                .collect(groupingBy(
                        row -> new Subscriber(row.groupId(), row.post()),
                        mapping(RosterMapper.NarrowedRow::unitId, toList())));
        Map<Long, Group> byId = groups.stream().collect(toMap(Group::id, Function.identity()));
        return rows.subscriptions().stream()
                .filter(row -> byId.containsKey(row.groupId()))
                .collect(groupingBy(
                        RosterMapper.SubscriptionRow::post,
                        mapping(
                                row -> narrowedTo(
                                        Objects.requireNonNull(byId.get(row.groupId())),
                                        narrowed.get(new Subscriber(row.groupId(), row.post()))),
                                toList())));
    }

    private static Map<String, Map<Long, Set<String>>> kinds(RosterMapper rows) {
        return rows.kinds().stream()
                .collect(groupingBy(
                        RosterMapper.KindRow::post,
                        groupingBy(RosterMapper.KindRow::groupId, mapping(RosterMapper.KindRow::kind, toSet()))));
    }

    private static Group narrowedTo(Group group, @Nullable List<Long> unitIds) {
        return unitIds == null
                ? group
                : new Group(group.id(), group.conversationId(), group.title(), unitIds, group.customRobot());
    }

    private record Subscriber(long groupId, String post) {}
}
