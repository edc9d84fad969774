package ecobot.plan;

import ecobot.chat.UserMistake;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the units that a subscription is narrowed to. */
final class NamedUnits {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;\\u3001]+");

    private final Roster roster;
    private final FilterWords words;

    NamedUnits(Roster roster, FilterWords words) {
        this.roster = roster;
        this.words = words;
    }

    /**
     * The units of a list of names; empty for an empty text.
     *
     * @throws UserMistake when a name means no unit, or several
     */
    List<Long> read(String text) {
        var ids = new ArrayList<Long>();
        for (var name : BETWEEN.split(withoutOnly(Folding.fold(text).strip()))) {
            if (!name.isEmpty()) {
                ids.add(unit(name).id());
            }
        }
        return ids.stream().distinct().toList();
    }

    private String withoutOnly(String folded) {
        return words.only().stream()
                .filter(folded::startsWith)
                .findFirst()
                .map(word -> folded.substring(word.length()))
                .orElse(folded);
    }

    private Unit unit(String name) {
        var meant = roster.unitsNamed(name);
        if (meant.size() != 1) {
            throw UserMistake.of("plan/unit-unclear", Map.of("typed", name, "several", meant.size() > 1));
        }
        return meant.get(0);
    }
}
