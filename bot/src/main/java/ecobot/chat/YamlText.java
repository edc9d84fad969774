package ecobot.chat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of one YAML file and how it becomes a record. Every scalar is text first and only the record says what it turns into, so that words
 * such as {@code no} or {@code 12:30} stay words. Whatever does not fit is told with file, line and key.
 */
final class YamlText {

    private static final JsonMapper BINDER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final String file;
    private final String text;

    YamlText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    <T> T bind(Class<T> type) {
        var root = parse();
        try {
            return BINDER.convertValue(plain(root), type);
        } catch (DatabindException e) {
            throw fault(lineOf(root, e), e.getOriginalMessage(), e);
        }
    }

    /** The line of the key that a record's own rule begins its message with, {@code bands.green must …}; else that of the path. */
    private static int lineOf(Node root, DatabindException e) {
        if (e.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null) {
            Node node = root;
            int line = -1;
            for (var key : rule.getMessage().replaceFirst(" .*", "").split("\\.")) {
                var entry = node instanceof MappingNode mapping ? entry(mapping, key) : null;
                if (entry == null) {
                    return at(root, e.getPath());
                }
                line = line(entry.getKeyNode());
                node = entry.getValueNode();
            }
            return line;
        }
        return at(root, e.getPath());
    }

    private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(e -> e.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }

    private Node parse() {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new IllegalStateException(file + ":1: is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw fault(mark == null ? 0 : mark.getLine(), String.valueOf(e.getProblem()), e);
        }
    }

    private @Nullable Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            var list = new ArrayList<@Nullable Object>();
            sequence.getValue().forEach(element -> list.add(plain(element)));
            return list;
        }
        return Tag.NULL.equals(node.getTag()) ? null : ((ScalarNode) node).getValue();
    }

    private Object map(MappingNode mapping) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : mapping.getValue()) {
            var key = ((ScalarNode) entry.getKeyNode()).getValue();
            if (map.containsKey(key)) {
                throw fault(line(entry.getKeyNode()), "key " + key + " is there twice", null);
            }
            map.put(key, plain(entry.getValueNode()));
        }
        return map;
    }

    /** The line of the innermost node that the path names. */
    private static int at(Node root, List<JacksonException.Reference> path) {
        var node = root;
        int line = line(root);
        for (var step : path) {
            if (node instanceof MappingNode mapping) {
                var entry = mapping.getValue().stream()
                        .filter(e -> ((ScalarNode) e.getKeyNode()).getValue().equals(step.getPropertyName()))
                        .findFirst();
                if (entry.isEmpty()) {
                    return line;
                }
                line = line(entry.get().getKeyNode());
                node = entry.get().getValueNode();
            } else if (node instanceof SequenceNode sequence && step.getIndex() >= 0) {
                node = sequence.getValue().get(step.getIndex());
                line = line(node);
            }
        }
        return line;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine();
    }

    private IllegalStateException fault(int line, String what, @Nullable Exception cause) {
        return new IllegalStateException(file + ":" + (line + 1) + ": " + what, cause);
    }
}
