package ecobot.sandbox;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The directory of the stand-in: who there is, in which groups. Read once from {@code templates/sandbox/people.yml}; the platform's
 * directory is not the bot's roster, so the two are filled apart.
 */
final class People {

    /** How a private chat with the bot is called: this and the person's staffId. */
    static final String PRIVATE = "private:";

    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, Group> groups;
    private final Map<String, Group> groupsByRobot;
    private final Map<String, Robot> robots;

    People(PeopleFile file) {
        file.members()
                .forEach(m -> persons.put(m.staffId(), new Person(m.staffId(), m.name(), m.unit(), roles(m), true)));
        file.visitors().forEach(v -> persons.put(v.id(), new Person(v.id(), v.name(), "", List.of(), false)));
        groups = byKey(file.groups(), Group::id);
        groupsByRobot = byKey(file.groups(), Group::robotToken);
        robots = byKey(file.robots(), Robot::code);
        file.groups().forEach(group -> group.members().forEach(this::known));
    }

    List<Person> persons() {
        return List.copyOf(persons.values());
    }

    Optional<Person> person(String id) {
        return Optional.ofNullable(persons.get(id));
    }

    /** A person of the organisation: somebody the platform has a staffId for. */
    Optional<Person> member(String staffId) {
        return person(staffId).filter(Person::inside);
    }

    Optional<Person> ofUnionId(String unionId) {
        return persons.values().stream()
                .filter(person -> person.unionId().equals(unionId))
                .findFirst();
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    Optional<Group> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The group that a custom robot speaks in. */
    Optional<Group> groupOfRobot(String accessToken) {
        return Optional.ofNullable(groupsByRobot.get(accessToken));
    }

    Optional<Robot> robot(String code) {
        return Optional.ofNullable(robots.get(code));
    }

    /** Whether an app's robot is in a group: the bot where there is not only a custom robot, any other in the first. */
    boolean hasRobot(Group group, String robotCode) {
        return robotCode.equals(Apps.BOT) && group.customRobot().isEmpty()
                || group.equals(groups.values().iterator().next());
    }

    Optional<Conversation> conversation(String id) {
        if (id.startsWith(PRIVATE)) {
            return person(id.substring(PRIVATE.length())).map(Conversation::with);
        }
        return group(id).map(Conversation::of);
    }

    /** All groups, then all private chats. */
    List<Conversation> conversations() {
        var all = new ArrayList<Conversation>();
        groups.values().forEach(group -> all.add(Conversation.of(group)));
        persons.values().forEach(person -> all.add(Conversation.with(person)));
        return all;
    }

    /** What a person is called across organisations. */
    static String unionId(String staffId) {
        return "union-" + staffId;
    }

    private void known(String staffId) {
        if (!persons.containsKey(staffId)) {
            throw new IllegalStateException("sandbox/people.yml: no member " + staffId);
        }
    }

    private static List<String> roles(PeopleFile.Member member) {
        var roles = new ArrayList<String>();
        roles.add("reporter");
        member.roles().forEach(role -> roles.add(role.toLowerCase(Locale.ROOT)));
        return List.copyOf(roles);
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        return list.stream().collect(toMap(key, Function.identity(), People::twice, LinkedHashMap::new));
    }

    private static <T> T twice(T one, T other) {
        throw new IllegalStateException("sandbox/people.yml: twice the same key: " + one + " and " + other);
    }

    /**
     * A person who can be tried out.
     *
     * @param inside whether the organisation knows the person; the platform names no staffId of others
     */
    record Person(String staffId, String name, String unit, List<String> roles, boolean inside) {
        boolean isAdmin() {
            return roles.contains("admin");
        }

        String unionId() {
            return People.unionId(staffId);
        }
    }

    /** A robot of an app. */
    record Robot(String code, String name) {}

    /** A group and its custom robot, which asks for a signature when it has a secret. With a name of it, the bot's own robot is not there. */
    record Group(
            String id,
            String title,
            List<String> units,
            List<String> members,
            List<String> subscriptions,
            String robotToken,
            String robotSecret,
            String customRobot) {}

    /** A group or a private chat, as the control interface shows it. */
    record Conversation(String openConversationId, String title, String type, List<String> members) {

        static Conversation of(Group group) {
            return new Conversation(group.id(), group.title(), "group", group.members());
        }

        static Conversation with(Person person) {
            return new Conversation(PRIVATE + person.staffId(), person.name(), "private", List.of(person.staffId()));
        }

        boolean isGroup() {
            return type.equals("group");
        }
    }
}
