package ecobot.reminder;

/**
 * One rung of the ladder.
 *
 * @param days working days after the due day; below zero before it, 0 on the day itself
 * @param tell who is told
 * @param repeat how often
 */
record Rung(int days, Tell tell, Repeat repeat) {

    private static final int FARTHEST = 250;

    Rung {
        require(Math.abs(days) <= FARTHEST, "days must lie between -" + FARTHEST + " and " + FARTHEST);
        require(days > 0 || tell == Tell.GROUP, "until the due day is over only GROUP is told, not " + tell);
        require(days > 0 || repeat == Repeat.ONCE, "until the due day is over each rung is ONCE");
    }

    /** Who is told on a rung. */
    enum Tell {
        /** The unit's groups, as far as they subscribe. */
        GROUP,
        /** Whoever took the issue on, in private; as long as nobody has, all liaisons of the unit. */
        LIAISON,
        /** The managers of the unit, in private. */
        MANAGER,
        /** The managers of the bureau, in private. */
        BUREAU,
        /** Nobody yet: it is put on the agenda of the next joint meeting. */
        AGENDA
    }

    /** How often a rung tells. */
    enum Repeat {
        /** On the working morning of that day only. */
        ONCE,
        /** On each working morning from then on. */
        MORNINGS
    }

    boolean appliesAt(int overdue) {
        return repeat == Repeat.MORNINGS ? overdue >= days : overdue == days;
    }

    boolean isPrivate() {
        return tell == Tell.LIAISON || tell == Tell.MANAGER || tell == Tell.BUREAU;
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}
