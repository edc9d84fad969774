package ecobot.dingtalk;

/** A call to the platform failed; {@link #fault} says what that means. Has no stack trace and no cause: both may name secrets. */
final class CallFailed extends Exception {

    private final Fault fault;

    CallFailed(Fault fault) {
        super(fault.reason(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
