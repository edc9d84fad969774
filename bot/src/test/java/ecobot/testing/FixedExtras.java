package ecobot.testing;

import ecobot.outbox.Extras;
import java.util.Set;

/** Extras as a test wants them. */
public record FixedExtras(Set<Extra> on) implements Extras {

    /** What can be switched on. */
    public enum Extra {
        TODOS,
        CARDS,
        DINGS,
        CALENDARS
    }

    /** These are on, nothing else. */
    public static FixedExtras with(Extra... on) {
        return new FixedExtras(Set.of(on));
    }

    /** That one, if so; nothing else. */
    public static FixedExtras with(Extra extra, boolean on) {
        return on ? with(extra) : with();
    }

    @Override
    public boolean todos() {
        return on.contains(Extra.TODOS);
    }

    @Override
    public boolean cards() {
        return on.contains(Extra.CARDS);
    }

    @Override
    public boolean dings() {
        return on.contains(Extra.DINGS);
    }

    @Override
    public boolean calendars() {
        return on.contains(Extra.CALENDARS);
    }
}
