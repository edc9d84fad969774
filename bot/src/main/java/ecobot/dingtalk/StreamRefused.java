package ecobot.dingtalk;

/** The platform does not let this application connect. Trying again soon is useless; the message is the platform's code. */
final class StreamRefused extends Exception {
    StreamRefused(String code) {
        super(code);
    }

    String code() {
        return String.valueOf(getMessage());
    }
}
