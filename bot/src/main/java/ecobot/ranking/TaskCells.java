package ecobot.ranking;

import ecobot.ranking.BadCell.Flaw;
import ecobot.text.Folding;
import ecobot.workbook.Cell;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the numbers of cells. */
final class TaskCells {

    static final int MOST = 9999;

    private static final Pattern NEGATIVE = Pattern.compile("-\\s*\\d+(?:\\.\\d+)?");
    private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d+");

    private final Pattern number;
    private final Pattern numbers;
    private final Set<String> none;

    TaskCells(TaskWords words) {
        this.number = Pattern.compile(words.number());
        this.numbers = Pattern.compile(words.numbers());
        this.none = words.none().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** A cell of one number. */
    int one(Cell cell) throws Unfit {
        if (cell.number() != null) {
            return whole(cell, cell.number());
        }
        var text = text(cell);
        if (none.contains(text)) {
            return 0;
        } else if (numbers.matcher(text).matches()) {
            throw new Unfit(cell, Flaw.ONE_NUMBER_ONLY);
        }
        var found = number.matcher(text);
        if (!found.matches()) {
            throw unfit(cell, text);
        }
        return whole(cell, new BigDecimal(found.group("n")));
    }

    /** A cell of two numbers: found / rectified. */
    TaskTargets.Targets two(Cell cell) throws Unfit {
        if (cell.number() != null) {
            return nothing(cell, cell.number());
        }
        var text = text(cell);
        if (none.contains(text)) {
            return new TaskTargets.Targets(0, 0);
        }
        var found = numbers.matcher(text);
        if (found.matches()) {
            return new TaskTargets.Targets(
                    whole(cell, new BigDecimal(found.group("find"))),
                    whole(cell, new BigDecimal(found.group("rectify"))));
        } else if (number.matcher(text).matches()) {
            throw new Unfit(cell, Flaw.TWO_NUMBERS_NEEDED);
        }
        throw unfit(cell, text);
    }

    private static String text(Cell cell) throws Unfit {
        switch (cell.kind()) {
            case NO_VALUE -> throw new Unfit(cell, Flaw.NO_VALUE);
            case ERROR -> throw new Unfit(cell, Flaw.ERROR);
            case TEXT, NUMBER -> {}
        }
        return Folding.fold(Folding.visible(cell.text())).strip();
    }

    /** A lone number in the place of two says nothing, unless it is zero. */
    private static TaskTargets.Targets nothing(Cell cell, BigDecimal number) throws Unfit {
        if (number.signum() == 0) {
            return new TaskTargets.Targets(0, 0);
        }
        boolean wasDate = number.compareTo(BigDecimal.valueOf(MOST)) > 0;
        throw new Unfit(cell, wasDate ? Flaw.MADE_A_DATE : Flaw.TWO_NUMBERS_NEEDED);
    }

    private static Unfit unfit(Cell cell, String text) {
        if (NEGATIVE.matcher(text).matches()) {
            return new Unfit(cell, Flaw.NEGATIVE);
        }
        return new Unfit(cell, FRACTION.matcher(text).matches() ? Flaw.FRACTION : Flaw.NOT_A_NUMBER);
    }

    private static int whole(Cell cell, BigDecimal number) throws Unfit {
        if (number.signum() < 0) {
            throw new Unfit(cell, Flaw.NEGATIVE);
        } else if (number.stripTrailingZeros().scale() > 0) {
            throw new Unfit(cell, Flaw.FRACTION);
        } else if (number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new Unfit(cell, Flaw.TOO_LARGE);
        }
        return number.intValueExact();
    }

    /** A cell that cannot be taken. */
    static final class Unfit extends Exception {

        private final transient BadCell bad;

        Unfit(Cell cell, Flaw flaw) {
            super(flaw.name(), null, false, false);
            this.bad = BadCell.of(cell, flaw);
        }

        BadCell bad() {
            return bad;
        }
    }
}
