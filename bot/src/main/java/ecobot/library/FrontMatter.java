package ecobot.library;

import ecobot.library.FileFault.Flaw;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One level of a file's front matter. Everything is text first; whatever does not fit is noted with its line, and reading goes on. */
final class FrontMatter {

    private final String file;
    private final int line;
    private final Map<String, NodeTuple> entries;
    private final List<FileFault> faults;

    private FrontMatter(String file, int line, Map<String, NodeTuple> entries, List<FileFault> faults) {
        this.file = file;
        this.line = line;
        this.entries = entries;
        this.faults = faults;
    }

    /**
     * Reads YAML.
     *
     * @param faults what is wrong is added here, and by every other method
     * @return null when it is no mapping at all
     */
    static @Nullable FrontMatter of(String file, String yaml, Set<String> fields, List<FileFault> faults) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            options.setNestingDepthLimit(8);
            return within(file, new Yaml(options).compose(new StringReader(yaml)), fields, faults);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            faults.add(new FileFault(
                    file, mark == null ? 1 : mark.getLine() + 1, Flaw.NOT_YAML, String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            faults.add(new FileFault(file, 1, Flaw.NOT_YAML, String.valueOf(e.getMessage())));
        }
        return null;
    }

    /** A level below this one. */
    @Nullable
    FrontMatter within(Node node, Set<String> fields) {
        return within(file, node, fields, faults);
    }

    private static @Nullable FrontMatter within(
            String file, @Nullable Node node, Set<String> fields, List<FileFault> faults) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(new FileFault(file, node == null ? 1 : lineOf(node), Flaw.NOT_YAML, ""));
            return null;
        }
        var entries = new LinkedHashMap<String, NodeTuple>();
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!fields.contains(key)) {
                faults.add(new FileFault(file, lineOf(entry.getKeyNode()), Flaw.UNKNOWN_FIELD, key));
            } else if (entries.putIfAbsent(key, entry) != null) {
                faults.add(new FileFault(file, lineOf(entry.getKeyNode()), Flaw.FIELD_TWICE, key));
            }
        }
        return new FrontMatter(file, lineOf(mapping), entries, faults);
    }

    /** A field that has to be there; null when it is not, or does not fit. */
    @Nullable
    String text(String field, int longest) {
        var text = optional(field, longest);
        if (text == null && (!entries.containsKey(field) || isEmpty(field))) {
            fault(field, Flaw.MISSING, field);
        }
        return text;
    }

    /** A field that may be there, on one line. */
    @Nullable
    String optional(String field, int longest) {
        var entry = entries.get(field);
        if (entry == null || isEmpty(field)) {
            return null;
        }
        if (entry.getValueNode() instanceof ScalarNode scalar) {
            if (scalar.getValue().strip().length() <= longest) {
                return scalar.getValue().strip().replaceAll("\\s*\\n\\s*", " ");
            }
            fault(field, Flaw.TOO_LONG, field);
        } else {
            fault(field, Flaw.NOT_TEXT, field);
        }
        return null;
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type, Flaw otherwise) {
        var text = text(field, 40);
        var found = Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst();
        if (text != null && found.isEmpty()) {
            fault(field, otherwise, text);
        }
        return found.orElse(null);
    }

    @Nullable
    LocalDate date(String field) {
        var text = optional(field, 40);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(field, Flaw.NOT_A_DATE, text == null ? "" : text);
            return null;
        }
    }

    /** A list of words; empty when there is none. */
    List<String> list(String field, int most, int longest) {
        var texts = new ArrayList<String>();
        for (var node : nodes(field)) {
            if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
                fault(field, Flaw.NOT_TEXT, field);
            } else if (scalar.getValue().strip().length() > longest) {
                fault(field, Flaw.TOO_LONG, scalar.getValue());
            } else {
                texts.add(scalar.getValue().strip().replaceAll("\\s+", " "));
            }
        }
        if (texts.size() > most) {
            fault(field, Flaw.TOO_LONG, field);
        }
        return texts;
    }

    /** The elements of a list. */
    List<Node> nodes(String field) {
        var entry = entries.get(field);
        if (entry == null || isEmpty(field)) {
            return List.of();
        }
        if (entry.getValueNode() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(field, Flaw.NOT_A_LIST, field);
        return List.of();
    }

    void fault(String field, Flaw flaw, String about) {
        var entry = entries.get(field);
        faults.add(new FileFault(file, entry == null ? line : lineOf(entry.getKeyNode()), flaw, about));
    }

    private boolean isEmpty(String field) {
        var entry = entries.get(field);
        return entry != null
                && (Tag.NULL.equals(entry.getValueNode().getTag())
                        || entry.getValueNode() instanceof ScalarNode scalar
                                && scalar.getValue().isBlank());
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
