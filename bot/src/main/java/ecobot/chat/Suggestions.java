package ecobot.chat;

import ecobot.chat.CommandRegistry.Entry;
import ecobot.text.EditDistance;
import ecobot.text.Folding;
import ecobot.text.Pinyin;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The commands that a misspelt word most probably means: by its characters, by its sound, and by slips of the finger. */
final class Suggestions {

    private static final int MOST = 2;
    /** A typed word that sounds the same, or one slip away from it. */
    static final int NEAR = 2;
    /** At most one wrong character of two, or two slips of the finger. */
    static final int FAR = 4;

    private Suggestions() {}

    /**
     * At most two, the nearest first.
     *
     * @param token what was typed in the command's place, folded
     * @param tolerance {@link #NEAR} or {@link #FAR}
     */
    static List<Entry> nearest(String token, Collection<Entry> commands, int tolerance) {
        if (token.isEmpty()) {
            return List.of();
        }
        var near = commands.stream()
                .map(entry -> new Candidate(entry, distance(token, entry)))
                .filter(candidate -> candidate.distance <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MOST)
                .toList();
        return near.stream()
                .filter(candidate -> candidate.distance <= near.get(0).distance + 1)
                .map(Candidate::entry)
                .toList();
    }

    private static int distance(String token, Entry entry) {
        return entry.words().all().stream()
                .map(Folding::fold)
                .mapToInt(word -> distance(token, word))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** In half slips: characters that look wrong but sound right are nearer than others. */
    private static int distance(String token, String word) {
        if (word.length() < 2) {
            return Integer.MAX_VALUE;
        }
        return isLatin(word)
                ? byLetters(Pinyin.of(token), word)
                : Math.min(byCharacters(token, word), bySound(token, word));
    }

    private static int byLetters(String token, String word) {
        int slips = EditDistance.between(token, word);
        return slips <= word.length() / 4 + (word.length() > 2 ? 1 : 0) ? 2 * slips : Integer.MAX_VALUE;
    }

    /** Of a word that something is stuck to, only as many characters as the command has. */
    private static int byCharacters(String token, String word) {
        int slips = EditDistance.between(start(token, word), word);
        return slips <= word.length() / 2 ? 3 * slips : Integer.MAX_VALUE;
    }

    private static int bySound(String token, String word) {
        var sound = Pinyin.of(word);
        int slips = EditDistance.between(Pinyin.of(start(token, word)), sound);
        return slips <= sound.length() / 4 ? 2 * slips + 1 : Integer.MAX_VALUE;
    }

    private static String start(String token, String word) {
        return token.substring(0, Math.min(token.length(), word.length()));
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 0x80);
    }

    private record Candidate(Entry entry, int distance) {}
}
