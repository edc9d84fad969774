package ecobot.database;

/** The embedded database cannot be started. Says what is wrong and how to mend it, in one line each, for whoever ran the command. */
public final class CannotStart extends RuntimeException {

    private final String mend;

    CannotStart(String what, String mend) {
        this(what, mend, null);
    }

    CannotStart(String what, String mend, @org.jspecify.annotations.Nullable Throwable cause) {
        super(what, cause);
        this.mend = mend;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }
}
