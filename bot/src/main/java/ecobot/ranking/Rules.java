package ecobot.ranking;

import ecobot.roster.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the table is made: {@code templates/ranking/rules.yml}. A table keeps the rules that it was made with; one that was posted before a
 * part of the rules was thought of has none of it.
 *
 * @param version counted up by whoever changes the rules; printed under the table
 * @param weights what each rate is worth
 * @param deductions what is taken off
 * @param minimum a unit with fewer due issues is listed, not ranked
 * @param groups who is compared with whom; empty for all with all
 * @param bands how the ranks are divided into codes
 * @param overrides what makes a code worse
 * @param consequences of reds in a row, fewer first
 * @param appealDays so many working days after it was posted a table may be appealed against
 * @param shown what a post shows of a large table
 */
record Rules(
        int version,
        Weights weights,
        Deductions deductions,
        int minimum,
        List<Group> groups,
        Bands bands,
        Overrides overrides,
        List<Consequence> consequences,
        Integer appealDays,
        Shown shown) {

    /** Of tables that were posted before there were appeals. */
    private static final int DAYS_BEFORE_APPEALS = 5;

    Rules(
            int version,
            Weights weights,
            @Nullable Deductions deductions,
            int minimum,
            @Nullable List<Group> groups,
            Bands bands,
            @Nullable Overrides overrides,
            @Nullable List<Consequence> consequences,
            @Nullable Integer appealDays,
            @Nullable Shown shown) {
        this.version = version;
        this.weights = weights;
        this.deductions = Objects.requireNonNullElse(deductions, Deductions.NONE);
        this.minimum = minimum;
        this.groups = groups == null ? List.of() : List.copyOf(groups);
        this.bands = bands;
        this.overrides = Objects.requireNonNullElse(overrides, Overrides.NONE);
        this.consequences = consequences == null ? List.of() : List.copyOf(consequences);
        this.appealDays = Objects.requireNonNullElse(appealDays, DAYS_BEFORE_APPEALS);
        this.shown = Objects.requireNonNullElse(shown, Shown.USUAL);
        require(version >= 1, "version", "must be 1 or more");
        require(minimum >= 1, "minimum", "must be 1 or more");
        requireEveryKindOnce(this.groups);
        requireMoreAndMore(this.consequences);
        require(this.appealDays >= 1, "appealDays", "must be 1 or more");
    }

    /** Weights of the terms; only their proportion matters, since scores are always out of 100. */
    record Weights(int onTime, int close, int firstPass, int tasks, int training) {
        Weights {
            require(onTime >= 0, "weights.onTime", "must not be negative");
            require(close >= 0, "weights.close", "must not be negative");
            require(firstPass >= 0, "weights.firstPass", "must not be negative");
            require(tasks >= 0, "weights.tasks", "must not be negative");
            require(training >= 0, "weights.training", "must not be negative");
            require(onTime + close > 0, "weights", "onTime and close must not both be 0");
        }
    }

    /**
     * Points that are taken off a score.
     *
     * @param overdue for each issue that is overdue
     * @param overdueMost for all of them together
     * @param sentBack each time that verification sent one back
     * @param failedRecheck each time that a recheck failed
     */
    record Deductions(int overdue, int overdueMost, int sentBack, int failedRecheck) {
        static final Deductions NONE = new Deductions(0, 0, 0, 0);

        Deductions {
            require(overdue >= 0, "deductions.overdue", "must not be negative");
            require(overdueMost >= 0, "deductions.overdueMost", "must not be negative");
            require(sentBack >= 0, "deductions.sentBack", "must not be negative");
            require(failedRecheck >= 0, "deductions.failedRecheck", "must not be negative");
        }
    }

    /** Units that are compared with each other alone. */
    record Group(String name, List<Unit.Kind> kinds) {
        Group {
            kinds = List.copyOf(kinds);
            require(!name.isBlank(), "name", "must not be blank");
        }
    }

    /** Relative sizes of the codes, best ranks first: 1, 1, 1 are thirds. */
    record Bands(int green, int yellow, int red) {
        Bands {
            require(green >= 0, "bands.green", "must not be negative");
            require(yellow >= 0, "bands.yellow", "must not be negative");
            require(red >= 0, "bands.red", "must not be negative");
            require(green + yellow + red > 0, "bands", "must not all be 0");
        }

        /** The code of {@code rank} among {@code ranked} units; what does not divide evenly goes to the better code. */
        Code codeOf(int rank, int ranked) {
            long place = (long) (rank - 1) * (green + yellow + red);
            if (place < (long) ranked * green) {
                return Code.GREEN;
            }
            return place < (long) ranked * (green + yellow) ? Code.YELLOW : Code.RED;
        }
    }

    /**
     * What makes a code worse; 0 for what does not.
     *
     * @param yellowOverdueDays an issue overdue by more working days is at least yellow
     * @param redOverdueDays by more than these is red
     * @param yellowsInARow so many yellows in a row, this one included, are red
     * @param yellowAfterRed so many periods after a red are yellow at best
     */
    record Overrides(int yellowOverdueDays, int redOverdueDays, int yellowsInARow, int yellowAfterRed) {
        static final Overrides NONE = new Overrides(0, 0, 0, 0);

        Overrides {
            require(yellowOverdueDays >= 0, "overrides.yellowOverdueDays", "must not be negative");
            require(
                    redOverdueDays == 0 || redOverdueDays >= yellowOverdueDays,
                    "overrides.redOverdueDays",
                    "must be 0, or not less than yellowOverdueDays");
            require(yellowsInARow >= 0 && yellowsInARow != 1, "overrides.yellowsInARow", "must be 0, or 2 or more");
            require(yellowAfterRed >= 0, "overrides.yellowAfterRed", "must not be negative");
        }
    }

    /**
     * What so many reds in a row lead to.
     *
     * @param text as it stands beside the count
     */
    record Consequence(int reds, String text) {
        Consequence {
            require(reds >= 1, "reds", "must be 1 or more");
        }
    }

    /**
     * How many units a picture and a list show of a table that has more; workbooks have all.
     *
     * @param top the first ones
     * @param bottom the last ones
     * @param own of those that a group or a member answers for, at most
     */
    record Shown(int top, int bottom, int own) {
        static final Shown USUAL = new Shown(8, 8, 10);

        private static final int MOST = 30;

        Shown {
            require(top >= 1, "shown.top", "must be 1 or more");
            require(bottom >= 1, "shown.bottom", "must be 1 or more");
            require(own >= 0, "shown.own", "must not be negative");
            require(
                    top + bottom + own <= MOST,
                    "shown",
                    "must come to 30 at most, lest lists get too long for a message");
        }
    }

    /** The group that units of a kind are compared in; empty when all are compared with all. */
    Optional<Group> groupOf(Unit.Kind kind) {
        return groups.stream().filter(group -> group.kinds().contains(kind)).findFirst();
    }

    /** What {@code reds} in a row lead to; empty when nothing. */
    Optional<Consequence> consequenceOf(int reds) {
        return consequences.stream().filter(c -> c.reds() <= reds).reduce((fewer, more) -> more);
    }

    private static void requireEveryKindOnce(List<Group> groups) {
        var kinds = new ArrayList<Unit.Kind>();
        groups.forEach(group -> kinds.addAll(group.kinds()));
        require(new HashSet<>(kinds).size() == kinds.size(), "groups", "must not name a kind twice");
        require(
                groups.isEmpty() || kinds.containsAll(List.of(Unit.Kind.TOWN, Unit.Kind.SUBDISTRICT)),
                "groups",
                "must have TOWN and SUBDISTRICT, or be empty");
    }

    private static void requireMoreAndMore(List<Consequence> consequences) {
        for (int i = 1; i < consequences.size(); i++) {
            require(
                    consequences.get(i - 1).reds() < consequences.get(i).reds(),
                    "consequences",
                    "must be in order, fewer reds first");
        }
    }

    private static void require(boolean kept, String key, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(key + " " + rule);
        }
    }
}
