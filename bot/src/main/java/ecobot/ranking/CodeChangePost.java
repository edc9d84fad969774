package ecobot.ranking;

import ecobot.chat.Post;
import ecobot.chat.Templates;
import ecobot.ranking.CurrentCodes.Current;
import ecobot.roster.Group;
import ecobot.scheduler.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes of codes since the groups were last told, by a table or by this post: one message, nothing when there are none. A code that went and came back
 * in between has not changed.
 */
@Component
class CodeChangePost implements Post {

    static final String NAME = "code-changes";

    private final CurrentCodes codes;
    private final CodeAnnouncedMapper announced;
    private final LeagueTables tables;
    private final Templates templates;
    private final Clock clock;

    CodeChangePost(
            CurrentCodes codes, CodeAnnouncedMapper announced, LeagueTables tables, Templates templates, Clock clock) {
        this.codes = codes;
        this.announced = announced;
        this.tables = tables;
        this.templates = templates;
        this.clock = clock;
        words();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ranksUnits() {
        return true;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        var now = occurrence.plannedAt();
        var changes = changes(now);
        for (var change : changes) {
            announced.put(change.unitId(), change.coding().code(), occurrence.id(), clock.instant());
        }
        return changes.isEmpty()
                ? group -> List.of()
                : group -> List.of(new TextPart("ranking/code-changes", view(changes, group)));
    }

    private List<CodeChange> changes(Instant now) {
        var basis = codes.basis(now).orElse(null);
        if (basis == null) {
            return List.of();
        }
        Map<Long, CodeAnnouncedMapper.Announced> told = new HashMap<>();
        announced.since(basis.postedAt()).forEach(row -> told.put(row.unitId(), row));
        var changes = new ArrayList<CodeChange>();
        for (var current : codes.of(basis.content().table(), now)) {
            var before = before(current, told.get(current.posted().unitId()));
            if (!Objects.equals(before, current.coding().code())) {
                changes.add(current.from(before));
            }
        }
        return changes;
    }

    private static @Nullable Code before(Current current, CodeAnnouncedMapper.@Nullable Announced told) {
        return told == null ? current.posted().code() : told.code();
    }

    /**
     * What a group reads: its own units first, then what got worse.
     *
     * @param first the unit that the title names
     * @param more how many are not listed
     */
    record View(CodeChange.Line first, int count, List<CodeChange.Line> lines, int more) {
        boolean several() {
            return count > 1;
        }
    }

    private View view(List<CodeChange> changes, Group group) {
        var words = words();
        var lines = changes.stream()
                .sorted(Comparator.comparing(
                                (CodeChange change) -> !group.unitIds().contains(change.unitId()))
                        .thenComparing(change -> !change.worse()))
                .map(change -> change.line(words, tables.words()))
                .toList();
        var shown = lines.subList(0, Math.min(words.most(), lines.size()));
        return new View(lines.get(0), lines.size(), shown, lines.size() - shown.size());
    }

    private CodeChangeWords words() {
        return templates.words(CodeChangeWords.FILE, CodeChangeWords.class);
    }
}
