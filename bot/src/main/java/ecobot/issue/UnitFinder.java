package ecobot.issue;

import ecobot.chat.Templates;
import ecobot.roster.Roster;
import ecobot.roster.Roster.UnitMention;
import ecobot.roster.Unit;
import ecobot.text.EditDistance;
import ecobot.text.Folding;
import ecobot.text.Pinyin;
import ecobot.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the unit that is to answer for a problem in what people type. The bureau itself answers for none, so it is never found. */
@Component
public class UnitFinder {

    private static final int LONGEST_NAME = 8;
    private static final int NEAR = 2;
    private static final int FAR = 9;
    private static final int MOST_NEAR = 2;

    private final Roster roster;
    private final UnitWords words;

    UnitFinder(Roster roster, Templates templates) {
        this.roster = roster;
        this.words = templates.words("issue/units", UnitWords.class);
    }

    /** Where a folded text names a unit. */
    public Optional<UnitMention> in(String folded) {
        var rest = Text.blankAll(folded, words.notUnits());
        var mention = roster.unitIn(rest);
        while (mention.isPresent() && !isMeant(rest, mention.get())) {
            rest = Text.blank(rest, mention.get().start(), mention.get().end());
            mention = roster.unitIn(rest);
        }
        return mention.or(() -> soundedOutIn(folded));
    }

    /** The first word, when it is the pinyin of a unit. */
    private Optional<UnitMention> soundedOutIn(String folded) {
        int end = 0;
        while (end < folded.length() && folded.charAt(end) >= 'a' && folded.charAt(end) <= 'z') {
            end++;
        }
        int length = end;
        var named = end < 2 ? List.<Unit>of() : named(folded.substring(0, end));
        return named.size() == 1 ? Optional.of(new UnitMention(named.get(0), 0, length)) : Optional.empty();
    }

    /** The units that the words may name; one element when there is no doubt. */
    public List<Unit> named(String typed) {
        return roster.unitsNamed(typed).stream().filter(UnitFinder::mayAnswer).toList();
    }

    /** The one unit that a field says, which may have more words around the name. */
    public Optional<Unit> only(String typed, String folded) {
        var named = named(typed);
        return named.size() == 1 ? Optional.of(named.get(0)) : in(folded).map(UnitMention::unit);
    }

    /** The first word, when it looks like a unit that the roster does not have. */
    public @Nullable String unknownIn(String text, String folded) {
        int end = 0;
        while (end < folded.length() && !Text.isBreak(folded.charAt(end))) {
            end++;
        }
        var first = folded.substring(0, end);
        boolean looksLikeOne = end >= 2
                && end <= LONGEST_NAME
                && end < folded.length()
                && words.unitEndings().stream().anyMatch(first::endsWith);
        return looksLikeOne ? text.substring(0, end) : null;
    }

    /** Whether there is only a word that joins units, or none. */
    boolean isJoiner(String text) {
        return text.isBlank() || words.joiners().contains(Folding.fold(text.strip()));
    }

    /** What comes before the first space or mark, without a word that joins units. */
    String firstWord(String text) {
        var stripped = text.strip();
        var word = words.joiners().stream()
                .filter(Folding.fold(stripped)::startsWith)
                .findFirst()
                .map(joiner -> stripped.substring(joiner.length()).strip())
                .orElse(stripped);
        int end = 0;
        while (end < word.length() && !Text.isBreak(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }

    /** The units that the first word of a text was probably meant to be: those that sound the same, else those a slip apart. */
    public List<Unit> near(String text) {
        var word = withoutEnding(Folding.fold(firstWord(text)));
        var sound = Pinyin.of(word);
        int least = roster.rankedUnits().stream()
                .mapToInt(unit -> slips(unit, word, sound))
                .min()
                .orElse(FAR);
        return roster.rankedUnits().stream()
                .filter(unit -> slips(unit, word, sound) <= NEAR && slips(unit, word, sound) == least)
                .limit(MOST_NEAR)
                .toList();
    }

    /** The sound counts first: a wrong character of the same sound is the commonest slip of a phone's keyboard. */
    private static int slips(Unit unit, String word, String sound) {
        var name = Folding.fold(unit.shortName());
        int heard = EditDistance.between(Pinyin.of(unit.shortName()), sound);
        int written = EditDistance.between(name, word);
        return heard <= 1 && name.length() == word.length() ? heard : written == 1 && heard <= NEAR ? NEAR : FAR;
    }

    private String withoutEnding(String folded) {
        return words.unitEndings().stream()
                .filter(ending -> folded.length() > ending.length() + 1 && folded.endsWith(ending))
                .findFirst()
                .map(ending -> folded.substring(0, folded.length() - ending.length()))
                .orElse(folded);
    }

    private boolean isMeant(String folded, UnitMention mention) {
        var unit = mention.unit();
        var typed = folded.substring(mention.start(), mention.end());
        boolean mayBeAnotherWord =
                typed.equals(unit.shortName()) && words.commonShortNames().contains(typed);
        return mayAnswer(unit) && (!mayBeAnotherWord || Text.standsAlone(folded, mention.start(), mention.end()));
    }

    private static boolean mayAnswer(Unit unit) {
        return unit.kind() != Unit.Kind.BUREAU;
    }

    /**
     * What names a unit and what only seems to: {@code templates/issue/units.yml}.
     *
     * @param notUnits words that hold a unit's name and are not about the unit
     * @param commonShortNames short names that are common words too: they have to stand alone
     * @param joiners words that may stand before a unit
     * @param unitEndings a first word that ends so, and that the roster does not have, is a unit that does not exist
     */
    record UnitWords(
            List<String> notUnits, List<String> commonShortNames, List<String> unitEndings, List<String> joiners) {}
}
