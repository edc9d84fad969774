package ecobot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code templates/sandbox/people.yml} as it is written; a file of that name in the override folder wins. */
record PeopleFile(
        List<People.Robot> robots,
        List<Unit> units,
        List<Member> members,
        List<Visitor> visitors,
        List<People.Group> groups) {

    private static final String NAME = "sandbox/people.yml";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * Reads it.
     *
     * @param folder the override folder; empty for none
     */
    static PeopleFile read(String folder) {
        try {
            return STRICT.convertValue(new Yaml().load(text(folder)), PeopleFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read templates/" + NAME, e);
        }
    }

    private static String text(String folder) throws IOException {
        var override = Path.of(folder, NAME);
        if (!folder.isBlank() && Files.exists(override)) {
            return Files.readString(override);
        }
        return new ClassPathResource("templates/" + NAME).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A unit, for the roster. */
    record Unit(String name, String shortName, String kind, String area, int order) {
        @com.fasterxml.jackson.annotation.JsonCreator
        Unit(
                String name,
                @com.fasterxml.jackson.annotation.JsonProperty("short") String shortName,
                String kind,
                String area,
                int order) {
            this.name = name;
            this.shortName = shortName;
            this.kind = kind;
            this.area = area;
            this.order = order;
        }
    }

    /** Somebody of the organisation; roles beyond reporting. */
    record Member(String staffId, String name, String unit, List<String> roles) {}

    /** Somebody from outside. */
    record Visitor(String id, String name) {}
}
