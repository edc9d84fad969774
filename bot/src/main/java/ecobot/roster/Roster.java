package ecobot.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door to units, members and groups. Read often, changed rarely; what it answers is at most a few seconds old. */
public interface Roster {

    /** All active units in list order, the bureau included. */
    List<Unit> units();

    /** The units that stand in the league table, in list order. */
    List<Unit> rankedUnits();

    Optional<Unit> unit(long id);

    /**
     * Units that {@code words} may mean: by full name, short name, pinyin or initials, best match first. Exactly one element
     * means that there is no doubt.
     */
    List<Unit> unitsNamed(String words);

    /**
     * The unit whose full or short name occurs in {@code text}; one that stands alone at the beginning wins, else the longest name, then the first.
     *
     * @return empty when none does
     */
    Optional<UnitMention> unitIn(String text);

    List<Area> areas();

    Optional<Member> member(long id);

    Optional<Member> memberByStaffId(String staffId);

    /** Active members of a unit who have {@code role}, by name. */
    List<Member> membersOf(long unitId, Role role);

    /** Active members who have {@code role}, by name. */
    List<Member> membersWith(Role role);

    Optional<Group> groupByConversation(String conversationId);

    /**
     * Notes that the bot was heard in a group. An unknown group is added without units, for an admin to bind.
     *
     * @return the group
     */
    Group seenGroup(String conversationId, String title);

    /** All active groups, by id. */
    List<Group> groups();

    /** Groups that a unit is bound to. */
    List<Group> groupsOf(long unitId);

    /** Groups that subscribe to a post, by id; the units of each are those that its subscription is narrowed to, if it is. */
    List<Group> subscribersOf(String post);

    /** The kinds of issue that groups have narrowed their subscription to a post to, by id of the group; who wants all is not in it. */
    Map<Long, Set<String>> kindsChosen(String post);

    /** Where a unit's name stands in a text. */
    record UnitMention(Unit unit, int start, int end) {}
}
