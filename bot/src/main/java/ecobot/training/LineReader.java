package ecobot.training;

import ecobot.text.Folding;
import ecobot.training.TrainingWords.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a line says of a session: parts that are named, and before them a time and a topic that need no names. */
final class LineReader {

    private static final Pattern EDGES = Pattern.compile("^[\\s,;:\\u3001.]+|[\\s,;:\\u3001]+$");

    private final TrainingWords words;
    private final WhenReader whens;
    private final Pattern label;

    LineReader(TrainingWords words, WhenReader whens) {
        this.words = words;
        this.whens = whens;
        var names = words.labels().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.label = Pattern.compile(words.labelAfter() + "(?<label>" + names + ")" + words.labelEnd());
    }

    Said read(String text, Instant now) {
        var segments = segments(text);
        var values = new EnumMap<Part, String>(Part.class);
        segments.forEach(segment -> values.merge(segment.part(), segment.text(), (a, b) -> a + " " + b));
        var when = takeWhen(values, now);
        var stripped = stripped(values);
        var loose = stripped.remove(Part.LOOSE);
        return new Said(
                when == null ? null : when.when(),
                when != null && !when.isReal(),
                when == null ? "" : when.said(),
                loose == null ? "" : loose,
                Map.copyOf(stripped));
    }

    /** The text before the first name has none. */
    private List<Segment> segments(String text) {
        var folded = Folding.fold(text);
        var found = label.matcher(folded);
        var segments = new ArrayList<Segment>();
        var part = Part.LOOSE;
        int start = 0;
        int from = 0;
        while (from <= folded.length() && found.find(from)) {
            segments.add(new Segment(part, text.substring(start, found.start())));
            part = partOf(found.group("label"));
            start = found.end();
            // What divides two names may be the end of the first.
            from = Math.max(found.start() + 1, found.end() - 1);
        }
        segments.add(new Segment(part, text.substring(start)));
        return segments;
    }

    private Part partOf(String name) {
        return words.labels().entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Takes the time out of the part that has it: the one so named, else the first in which one is found. */
    private @Nullable Taken takeWhen(Map<Part, String> values, Instant now) {
        for (var part : List.of(Part.WHEN, Part.LOOSE, Part.TOPIC, Part.AUDIENCE, Part.TRAINER, Part.PLACE)) {
            var text = values.getOrDefault(part, "");
            var found = whens.in(Folding.fold(text), now);
            if (found.isPresent()) {
                var rest = text.substring(0, found.get().start()) + " "
                        + text.substring(found.get().end());
                values.put(part, rest);
                return new Taken(
                        found.get().when(),
                        text.substring(found.get().start(), found.get().end()).strip());
            }
        }
        return null;
    }

    private static EnumMap<Part, String> stripped(Map<Part, String> values) {
        var stripped = new EnumMap<Part, String>(Part.class);
        values.forEach((part, text) -> {
            var value = strip(text);
            if (!value.isEmpty()) {
                stripped.put(part, value);
            }
        });
        return stripped;
    }

    /** Without the marks around it, however they were typed. */
    static String strip(String text) {
        var value = text.strip();
        var folded = Folding.fold(value);
        var edges = EDGES.matcher(folded);
        int start = 0;
        int end = value.length();
        while (edges.find()) {
            if (edges.start() == 0) {
                start = edges.end();
            } else {
                end = edges.start();
            }
        }
        return start < end ? value.substring(start, end).strip() : "";
    }

    /** A time as it was found, and as it was written. */
    private record Taken(@Nullable When when, String said) {

        boolean isReal() {
            return when != null;
        }
    }

    private record Segment(Part part, String text) {}

    /**
     * What a line says.
     *
     * @param when null when it names no time, or none that there is
     * @param noSuchTime whether it names a day or hour that there is not
     * @param whenSaid the time as it was written; empty when none was found
     * @param loose what has no name, without the time
     * @param values what it says of the other parts; of WHEN, what is left of it
     */
    record Said(@Nullable When when, boolean noSuchTime, String whenSaid, String loose, Map<Part, String> values) {

        /** What has no name is the topic. */
        Said looseAsTopic() {
            if (loose.isEmpty()) {
                return this;
            }
            var all = new EnumMap<Part, String>(Part.class);
            all.putAll(values);
            all.merge(Part.TOPIC, loose, (named, unnamed) -> unnamed + " " + named);
            return new Said(when, noSuchTime, whenSaid, "", Map.copyOf(all));
        }

        Optional<String> value(Part part) {
            return Optional.ofNullable(values.get(part));
        }
    }
}
