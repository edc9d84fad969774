package ecobot.library;

/** A feed could not be read. */
final class FeedUnread extends Exception {

    private final FeedFault fault;

    FeedUnread(FeedFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    FeedFault fault() {
        return fault;
    }
}
