package ecobot.sandbox;

/** A refusal in the words of the legacy API and of webhooks: status 200 and an {@code errcode}. */
final class LegacyError extends RuntimeException {

    private final int errcode;

    LegacyError(int errcode, String errmsg) {
        super(errmsg, null, false, false);
        this.errcode = errcode;
    }

    int errcode() {
        return errcode;
    }
}
