package ecobot.report;

import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.Source;
import ecobot.issue.UnitFinder;
import ecobot.report.Notice.Said;
import ecobot.report.ReportWords.Heading;
import ecobot.roster.Roster.UnitMention;
import ecobot.text.Folding;
import ecobot.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands a report: a free line, a pasted notice with headings, a numbered list, or rows of a table. Asks nobody and changes nothing. */
@Component
class ReportReader {

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_PLACE = 120;
    private static final int SHORTEST = 6;

    private final Deadlines deadlines;
    private final ReportWords words;
    private final UnitFinder units;
    private final Kinds kinds;
    private final Places places;
    private final Notice notices;
    private final Rows rows;

    ReportReader(Templates templates, UnitFinder units, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.words = templates.words("report/vocabulary", ReportWords.class);
        this.units = units;
        this.kinds = new Kinds(words.kinds());
        this.places = new Places(words, kinds);
        this.notices = new Notice(words.headings());
        this.rows = new Rows(notices, this::guess);
    }

    ReportWords words() {
        return words;
    }

    Kinds kinds() {
        return kinds;
    }

    /**
     * Everything that a text reports: one reading, or one for each of several issues; never empty.
     *
     * @param receivedAt when it was typed, for "in three days"
     */
    List<Reading> read(String text, Instant receivedAt) {
        var table = rows.of(text);
        if (!table.isEmpty()) {
            return table.stream()
                    .map(fields -> ofFields(new Said("", fields), receivedAt))
                    .toList();
        }
        var notice = notices.read(text);
        if (!notice.isEmpty()) {
            return notice.stream().map(said -> ofFields(said, receivedAt)).toList();
        }
        var list = Numbered.in(text);
        var items = list.items().stream().map(item -> ofLine(item, receivedAt)).toList();
        if (areSeveral(items)) {
            var before = ofLine(list.before(), receivedAt);
            return items.stream().map(item -> item.orFrom(before)).toList();
        }
        return List.of(ofLine(text, receivedAt));
    }

    /** Whether the items of a list are problems each, and not the particulars of one: what is to be done, and when to answer. */
    private static boolean areSeveral(List<Reading> items) {
        return items.size() > 1
                && (items.stream().noneMatch(item -> item.kinds().isEmpty())
                        || items.stream().filter(Reading::namesUnit).count() > 1);
    }

    /** A free line. */
    private Reading ofLine(String text, Instant receivedAt) {
        var folded = Folding.fold(text);
        var rest = new Rest(text, folded);
        var unknownUnit = units.unknownIn(text, folded);
        var unit = units.in(folded).orElse(null);
        if (unknownUnit != null && (unit == null || unit.start() >= unknownUnit.length())) {
            unit = null;
            rest.cutIfAlone(0, unknownUnit.length());
        } else if (unit != null) {
            unknownUnit = null;
            rest.cutIfAlone(unit.start(), unit.end());
        }
        var source = source(folded);
        var found = deadlines.find(folded).orElse(null);
        if (found != null) {
            rest.cutIfAlone(found.from(), found.to());
        }
        return new Reading(
                unit == null ? null : unit.unit(),
                unknownUnit,
                kinds.in(rest.folded()),
                source,
                places.in(rest.text(), withoutUnit(rest.folded(), unit)).orElse(null),
                described(tidy(rest.text())),
                found == null ? null : deadlines.typed(found, source, receivedAt));
    }

    /**
     * A notice or a row: what a field does not say is looked for in the description and in what stands before the first heading, which is the
     * description when no heading is.
     */
    private Reading ofFields(Said said, Instant receivedAt) {
        var before = ofLine(said.before(), receivedAt);
        var described = said.under(Heading.DESCRIPTION);
        var line = described.isEmpty() ? before : ofLine(described, receivedAt).orFrom(before);
        var sourceWords = said.under(Heading.SOURCE);
        var source = sourceWords.isEmpty() ? line.source() : source(Folding.fold(sourceWords));
        var unitWords = said.under(Heading.UNIT);
        var naming = before.namesUnit() ? before : line;
        var unit = unitWords.isEmpty()
                ? naming.unit()
                : units.only(unitWords, Folding.fold(unitWords)).orElse(null);
        var kindsTyped = kinds.in(Folding.fold(said.under(Heading.KIND)));
        var place = said.under(Heading.PLACE);
        var deadlineWords = said.under(Heading.DEADLINE);
        return new Reading(
                unit,
                unit != null ? null : unitWords.isEmpty() ? naming.unknownUnit() : unitWords,
                kindsTyped.isEmpty() ? line.kinds() : kindsTyped,
                source,
                place.isEmpty() ? line.place() : cut(place, LONGEST_PLACE),
                described.isEmpty() ? line.description() : described(tidy(described)),
                deadlineWords.isEmpty() ? line.deadline() : deadline(deadlineWords, source, receivedAt));
    }

    /** A deadline that is all that a field or an answer says. */
    Outcome deadline(String typed, Source source, Instant receivedAt) {
        var folded = Folding.fold(typed);
        return deadlines
                .whole(folded)
                .or(() -> deadlines.find(folded))
                .map(found -> deadlines.typed(found, source, receivedAt))
                .orElseGet(Outcome::notUnderstood);
    }

    private Source source(String folded) {
        return words.sources().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(folded::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(Source.PATROL);
    }

    /** What a cell of a table without headings is likely about. */
    private Heading guess(String cell) {
        var folded = Folding.fold(cell).strip();
        if (folded.isEmpty() || folded.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Heading.IGNORED;
        } else if (units.named(folded).size() == 1) {
            return Heading.UNIT;
        } else if (deadlines.whole(folded).isPresent()) {
            return Heading.DEADLINE;
        } else if (kinds.areAllOf(folded)) {
            return Heading.KIND;
        }
        return places.isLikely(folded) ? Heading.PLACE : Heading.DESCRIPTION;
    }

    private static String withoutUnit(String folded, @Nullable UnitMention unit) {
        return unit == null ? folded : Text.blank(folded, unit.start(), unit.end());
    }

    /** Empty when it says nothing: a picture character, a mark, or words such as "a problem". */
    private String described(String text) {
        boolean says = text.codePoints().filter(Character::isLetter).count() > 1;
        return says && !words.fillers().contains(Folding.fold(text).replace(" ", "")) ? text : "";
    }

    /** Whether a folded line speaks of a problem although nothing says that it is a report. */
    boolean isLikely(String folded) {
        return folded.length() >= SHORTEST && !kinds.in(folded).isEmpty() && !kinds.areAllOf(folded);
    }

    /** A description with what was said later. */
    String described(String known, String more) {
        return cut(known + words.and() + more, LONGEST_DESCRIPTION);
    }

    /** The text as far as its column holds it, not ending within a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** One line without the holes that cutting left. */
    private static String tidy(String text) {
        var line = text.replaceAll("\\s+", " ")
                .replaceAll("(?<=[,;:\uFF0C\uFF1B\u3001\u3002]) ?[,;:\uFF0C\uFF1B\u3001\u3002]", "")
                .replaceAll("^[\\s,;:.\uFF0C\uFF1B\uFF1A\u3001\u3002]+|[\\s,;:\uFF0C\uFF1B\uFF1A\u3001]+$", "");
        return cut(line, LONGEST_DESCRIPTION);
    }

    /** The text with what was understood cut out, typed and folded side by side. */
    private static final class Rest {
        private final String original;
        private String text;
        private String folded;

        Rest(String text, String folded) {
            this.original = folded;
            this.text = text;
            this.folded = folded;
        }

        /** Only words that stand alone are cut; inside a sentence they belong to it. */
        void cutIfAlone(int start, int end) {
            if (Text.standsAlone(original, start, end)) {
                text = Text.blank(text, start, end);
                folded = Text.blank(folded, start, end);
            }
        }

        String text() {
            return text;
        }

        String folded() {
            return folded;
        }
    }
}
