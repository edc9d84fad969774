package ecobot.issue;

import ecobot.outbox.Extras;

/** Extras as a test wants them. */
record FixedExtras(boolean todos, boolean cards) implements Extras {
    @Override
    public boolean calendars() {
        return true;
    }

    @Override
    public boolean dings() {
        return true;
    }
}
