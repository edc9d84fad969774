package ecobot.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How words sound, as people type it: without tones and spaces, in lower case, ü as v. Each character gets its commonest reading; a name that is
 * read otherwise needs an alias. What is not Chinese stays, folded.
 */
public final class Pinyin {

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin");
    private static final Map<Integer, String> KNOWN = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** All of it: {@code xinfengzhen}. */
    public static String of(String words) {
        return each(words, Pinyin::syllable);
    }

    /** First letters only: {@code xfz}. */
    public static String initials(String words) {
        return each(words, codePoint -> syllable(codePoint).substring(0, 1));
    }

    private static String each(String words, Function<Integer, String> sound) {
        return Folding.fold(words)
                .codePoints()
                .filter(c -> c != ' ')
                .boxed()
                .map(sound)
                .collect(Collectors.joining());
    }

    private static String syllable(int codePoint) {
        return codePoint < 0x80 ? Character.toString(codePoint) : KNOWN.computeIfAbsent(codePoint, Pinyin::toneless);
    }

    private static String toneless(int codePoint) {
        var sound = Normalizer.normalize(LATIN.transliterate(Character.toString(codePoint)), Normalizer.Form.NFD);
        return sound.replace("u\u0308", "v").replaceAll("\\p{M}+", "").strip();
    }
}
