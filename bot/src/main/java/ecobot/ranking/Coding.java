package ecobot.ranking;

import ecobot.ranking.Reason.Cause;
import ecobot.ranking.Rules.Overrides;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's code. What the rank gives is made worse, never better, by the overrides; the worst of them wins, with its reasons.
 *
 * @param code null when the unit is not ranked and nothing is overdue for long
 * @param reasons why it is worse than by rank; empty when it is not
 * @param reds how many reds in a row, this one included
 * @param yellows how many yellows in a row that the unit earned, this one included; one that only follows a red is not earned
 * @param sinceRed how many periods since the last red that were yellow only for its sake, this one included
 */
record Coding(@Nullable Code code, List<Reason> reasons, int reds, int yellows, int sinceRed) {

    static final Coding NONE = new Coding(null, List.of(), 0, 0, 0);

    Coding {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** A code of which nothing but itself is known. */
    static Coding first(@Nullable Code code) {
        return new Coding(code, List.of(), code == Code.RED ? 1 : 0, code == Code.YELLOW ? 1 : 0, 0);
    }

    /**
     * The code of this period.
     *
     * @param byRank null when the unit is not ranked
     * @param before that of the period before
     */
    static Coding of(@Nullable Code byRank, Figures figures, Overrides rules, Coding before) {
        var reasons = new ArrayList<Reason>(ofOverdue(figures, rules));
        var earned = worst(byRank, reasons);
        int yellows = earned == Code.YELLOW ? before.yellows() + 1 : 0;
        if (rules.yellowsInARow() > 0 && yellows >= rules.yellowsInARow()) {
            reasons.add(new Reason(Cause.YELLOWS, Code.RED, yellows, 0));
        }
        if (earned == Code.GREEN && isStillAfterRed(rules, before)) {
            reasons.add(new Reason(Cause.AFTER_RED, Code.YELLOW, 1, 0));
        }
        var code = worst(byRank, reasons);
        int sinceRed = earned == Code.GREEN && code == Code.YELLOW ? before.sinceRed() + 1 : 0;
        boolean red = code == Code.RED;
        return new Coding(
                code, decisive(code, byRank, reasons), red ? before.reds() + 1 : 0, red ? 0 : yellows, sinceRed);
    }

    /**
     * The code between two tables: what rank and series have given stays, what is overdue is as it is now; after a red it is yellow at best.
     *
     * @param byRank in the posted table; null when the unit was not ranked
     * @param now what is overdue now; nothing else of it counts
     * @param posted in that table
     */
    static Coding since(Coding posted, @Nullable Code byRank, Figures now, Overrides rules) {
        var reasons = new ArrayList<Reason>(ofOverdue(now, rules));
        posted.reasons().stream()
                .filter(reason -> reason.cause() != Cause.OVERDUE)
                .forEach(reasons::add);
        if (worst(byRank, reasons) == Code.GREEN && posted.code() == Code.RED && rules.yellowAfterRed() > 0) {
            reasons.add(new Reason(Cause.AFTER_RED, Code.YELLOW, 1, 0));
        }
        var code = worst(byRank, reasons);
        return new Coding(code, decisive(code, byRank, reasons), code == Code.RED ? posted.reds() : 0, 0, 0);
    }

    private static List<Reason> decisive(@Nullable Code code, @Nullable Code byRank, List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.code() == code
                        && (byRank == null || reason.code().isWorseThan(byRank)))
                .toList();
    }

    private static boolean isStillAfterRed(Overrides rules, Coding before) {
        boolean isAfter = before.code() == Code.RED || before.sinceRed() > 0;
        return isAfter && before.sinceRed() < rules.yellowAfterRed();
    }

    private static List<Reason> ofOverdue(Figures figures, Overrides rules) {
        if (rules.redOverdueDays() > 0 && figures.overdueVeryLong() > 0) {
            return List.of(new Reason(Cause.OVERDUE, Code.RED, figures.overdueVeryLong(), rules.redOverdueDays()));
        }
        return rules.yellowOverdueDays() > 0 && figures.overdueLong() > 0
                ? List.of(new Reason(Cause.OVERDUE, Code.YELLOW, figures.overdueLong(), rules.yellowOverdueDays()))
                : List.of();
    }

    private static @Nullable Code worst(@Nullable Code code, List<Reason> reasons) {
        var worst = code;
        for (var reason : reasons) {
            if (worst == null || reason.code().isWorseThan(worst)) {
                worst = reason.code();
            }
        }
        return worst;
    }
}
