package ecobot.text;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;

/** Numbers as laws write them: 1131 is \u4e00\u5343\u4e00\u767e\u4e09\u5341\u4e00. */
public final class ChineseNumerals {

    private static final char ROUND_ZERO = '\u3007';
    private static final char ZERO = '\u96f6';

    private ChineseNumerals() {}

    /** @param number not negative */
    public static String of(int number) {
        // Not safe for threads, hence one for each.
        return new RuleBasedNumberFormat(Locale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT)
                .format(number)
                .replace(ROUND_ZERO, ZERO);
    }
}
