package ecobot.dingtalk;

import java.util.function.LongSupplier;

/** When something was heard last over a link, and whether that is too long ago. */
final class LifeSigns {

    private final long pingEvery;
    private final long pongWithin;
    private final long drainQuiet;
    private final LongSupplier nanos;
    private volatile long heardAt;
    private volatile long frameAt;
    private volatile boolean heardAnything;
    private volatile boolean ended;
    private boolean asked;
    private long askedAt;

    /** What to do about the link. */
    enum Verdict {
        FINE,
        ASK,
        DEAD
    }

    LifeSigns(DingTalkSettings.Stream settings, LongSupplier nanos) {
        pingEvery = settings.pingEvery().toNanos();
        pongWithin = settings.pongWithin().toNanos();
        drainQuiet = settings.drainQuiet().toNanos();
        this.nanos = nanos;
        heardAt = nanos.getAsLong();
        frameAt = heardAt;
    }

    /** Anything at all came, a pong included. */
    void heard() {
        heardAnything = true;
        heardAt = nanos.getAsLong();
    }

    void heardFrame() {
        heard();
        frameAt = heardAt;
    }

    boolean heardAnything() {
        return heardAnything;
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether no frame has come for a while. */
    boolean isQuiet() {
        return nanos.getAsLong() - frameAt > drainQuiet;
    }

    /** Called by one thread only. Measures from the question, not from the last call, so a late call gives no false alarm. */
    Verdict check() {
        long now = nanos.getAsLong();
        if (asked && heardAt - askedAt > 0) {
            asked = false;
        }
        if (asked) {
            return now - askedAt > pongWithin ? Verdict.DEAD : Verdict.FINE;
        }
        if (now - heardAt < pingEvery) {
            return Verdict.FINE;
        }
        asked = true;
        askedAt = now;
        return Verdict.ASK;
    }
}
