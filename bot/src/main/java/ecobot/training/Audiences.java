package ecobot.training;

import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import ecobot.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which units the words for an audience mean: those that are named, all towns or all subdistricts; else everybody. */
final class Audiences {

    private final TrainingWords words;
    private final Roster roster;

    Audiences(TrainingWords words, Roster roster) {
        this.words = words;
        this.roster = roster;
    }

    /** Ids of the units; empty for everybody. */
    Set<Long> in(String audience) {
        var folded = Folding.fold(audience);
        if (has(folded, words.everybody())) {
            return Set.of();
        }
        var ids = new LinkedHashSet<Long>();
        if (has(folded, words.towns())) {
            ids.addAll(all(Unit.Kind.TOWN));
        }
        if (has(folded, words.subdistricts())) {
            ids.addAll(all(Unit.Kind.SUBDISTRICT));
        }
        var rest = folded;
        for (var found = roster.unitIn(rest); found.isPresent(); found = roster.unitIn(rest)) {
            ids.add(found.get().unit().id());
            rest = Text.blank(rest, found.get().start(), found.get().end());
        }
        return ids;
    }

    private List<Long> all(Unit.Kind kind) {
        return roster.units().stream()
                .filter(unit -> unit.kind() == kind)
                .map(Unit::id)
                .toList();
    }

    private static boolean has(String folded, List<String> any) {
        return any.stream().anyMatch(folded::contains);
    }
}
