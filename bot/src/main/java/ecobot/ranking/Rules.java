package ecobot.ranking;

/**
 * How the table is made: {@code templates/ranking/rules.yml}. A table keeps the rules that it was made with.
 *
 * @param version counted up by whoever changes the rules; printed under the table
 * @param weights what each rate is worth
 * @param minimum a unit with fewer due issues is listed, not ranked
 * @param bands how the ranks are divided into codes
 */
record Rules(int version, Weights weights, int minimum, Bands bands) {

    Rules {
        require(version >= 1, "version", "must be 1 or more");
        require(minimum >= 1, "minimum", "must be 1 or more");
    }

    /** Weights of the terms; only their proportion matters, since scores are always out of 100. */
    record Weights(int onTime, int close) {
        Weights {
            require(onTime >= 0, "weights.onTime", "must not be negative");
            require(close >= 0, "weights.close", "must not be negative");
            require(onTime + close > 0, "weights", "must not all be 0");
        }

        int sum() {
            return onTime + close;
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

    private static void require(boolean kept, String key, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(key + " " + rule);
        }
    }
}
