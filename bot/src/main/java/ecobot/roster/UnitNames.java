package ecobot.roster;

import ecobot.text.Folding;
import ecobot.text.Pinyin;
import ecobot.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises units by what people type: full name, short name, pinyin, initials. */
final class UnitNames {

    private final List<Named> named;

    UnitNames(List<Unit> units) {
        named = units.stream().map(Named::of).toList();
    }

    /** Exact matches when there are any; else the units whose name or pinyin starts with the words. */
    List<Unit> meantBy(String words) {
        var folded = Folding.fold(words).strip();
        if (folded.isEmpty()) {
            return List.of();
        }
        var exact = named.stream().filter(n -> n.is(folded)).map(Named::unit).toList();
        return exact.isEmpty()
                ? named.stream()
                        .filter(n -> n.startsWith(folded))
                        .map(Named::unit)
                        .toList()
                : exact;
    }

    /** The name that stands alone at the beginning of the text; else the longest in it, then the first. */
    Optional<Roster.UnitMention> in(String text) {
        var folded = Folding.fold(text);
        return named.stream()
                .flatMap(n -> n.mentionsIn(folded))
                .min(Comparator.comparing((Roster.UnitMention m) -> !opens(folded, m))
                        .thenComparingInt(m -> m.start() - m.end())
                        .thenComparingInt(Roster.UnitMention::start));
    }

    private static boolean opens(String text, Roster.UnitMention mention) {
        return text.chars().limit(mention.start()).allMatch(c -> Text.isBreak((char) c))
                && Text.standsAlone(text, mention.start(), mention.end());
    }

    private record Named(Unit unit, String name, String shortName, String pinyin, String shortPinyin, String initials) {

        static Named of(Unit unit) {
            return new Named(
                    unit,
                    Folding.fold(unit.name()),
                    Folding.fold(unit.shortName()),
                    Pinyin.of(unit.name()),
                    Pinyin.of(unit.shortName()),
                    Pinyin.initials(unit.shortName()));
        }

        boolean is(String words) {
            return Stream.of(name, shortName, pinyin, shortPinyin, initials).anyMatch(words::equals);
        }

        boolean startsWith(String words) {
            return words.length() > 1 && Stream.of(name, pinyin).anyMatch(n -> n.startsWith(words));
        }

        Stream<Roster.UnitMention> mentionsIn(String text) {
            return Stream.of(name, shortName)
                    .map(n -> new Roster.UnitMention(unit, text.indexOf(n), text.indexOf(n) + n.length()))
                    .filter(mention -> mention.start() >= 0);
        }
    }
}
