package ecobot.sandbox;

/** A refusal in the words of the new API: an HTTP status and a code. */
final class PlatformError extends RuntimeException {

    private final int status;
    private final String code;

    PlatformError(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A mistake of the caller. */
    static PlatformError bad(String code) {
        return new PlatformError(400, code);
    }

    static PlatformError denied(String reason) {
        return new PlatformError(403, "Forbidden.AccessDenied." + reason);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
