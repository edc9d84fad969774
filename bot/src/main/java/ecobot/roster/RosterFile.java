package ecobot.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A roster written by hand: units, members with roles, groups with their units and subscriptions. Keys that are not the roster's are
 * left to others.
 */
record RosterFile(List<UnitEntry> units, List<MemberEntry> members, List<GroupEntry> groups) {

    record UnitEntry(
            String name,
            String shortName,
            Unit.Kind kind,
            @Nullable String area,
            int order) {}

    record MemberEntry(
            String staffId, String name, @Nullable String unit, Set<Role> roles) {}

    record GroupEntry(
            String conversationId,
            String title,
            List<String> units,
            List<String> subscriptions,
            @Nullable String customRobot) {}

    /**
     * Reads and checks a file.
     *
     * @throws Invalid naming the entry that is wrong and what is allowed
     */
    static RosterFile read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var roster = new RosterFile(
                    entries(yaml, "units").stream().map(Entry::unit).toList(),
                    entries(yaml, "members").stream().map(Entry::member).toList(),
                    entries(yaml, "groups").stream().map(Entry::group).toList());
            roster.requireKnownUnits();
            return roster;
        } catch (IOException | YAMLException | Invalid e) {
            throw new Invalid("the roster file " + file.getDescription() + " cannot be used: " + e.getMessage());
        }
    }

    private void requireKnownUnits() {
        var names = units.stream().map(UnitEntry::name).collect(Collectors.toSet());
        for (var member : members) {
            if (member.unit() != null && !names.contains(member.unit())) {
                throw new Invalid("member " + member.staffId() + " has the unknown unit " + member.unit());
            }
        }
        for (var group : groups) {
            for (var unit : group.units()) {
                if (!names.contains(unit)) {
                    throw new Invalid("group " + group.conversationId() + " has the unknown unit " + unit);
                }
            }
        }
    }

    private static List<Entry> entries(Map<String, Object> yaml, String key) {
        var entries = new ArrayList<Entry>();
        if (yaml.get(key) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof Map<?, ?> fields)) {
                    throw new Invalid("entry " + (i + 1) + " of " + key + " is no list of keys and values");
                }
                entries.add(new Entry("entry " + (i + 1) + " of " + key, fields));
            }
        }
        return entries;
    }

    /** The file cannot be used; the message says where and why. */
    static final class Invalid extends RuntimeException {
        Invalid(String message) {
            super(message, null, false, false);
        }
    }

    private record Entry(String where, Map<?, ?> fields) {

        UnitEntry unit() {
            return new UnitEntry(
                    text("name"),
                    text("short"),
                    one(Unit.Kind.class, text("kind")),
                    optional("area"),
                    fields.get("order") instanceof Integer order ? order : 0);
        }

        MemberEntry member() {
            var roles =
                    texts("roles").stream().map(word -> one(Role.class, word)).collect(Collectors.toSet());
            return new MemberEntry(text("staffId"), text("name"), optional("unit"), roles);
        }

        GroupEntry group() {
            return new GroupEntry(
                    text("id"), text("title"), texts("units"), texts("subscriptions"), optional("customRobot"));
        }

        private String text(String key) {
            var value = optional(key);
            if (value == null) {
                throw new Invalid(where + " lacks " + key);
            }
            return value;
        }

        private @Nullable String optional(String key) {
            var value = fields.get(key);
            return value == null || value.toString().isBlank()
                    ? null
                    : value.toString().strip();
        }

        private List<String> texts(String key) {
            return fields.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        private <E extends Enum<E>> E one(Class<E> type, String word) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(where + " has the unknown word " + word + "; known are "
                            + Arrays.toString(type.getEnumConstants())));
        }
    }
}
