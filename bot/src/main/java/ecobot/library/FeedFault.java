package ecobot.library;

/** Why a feed was not read; the sentences are in {@code templates/library/feed-words.yml}. */
enum FeedFault {
    /** Not https, a name without address, or an address that is not of the open internet. */
    FORBIDDEN,
    UNREACHABLE,
    /** The server says no. */
    REFUSED,
    TOO_LARGE,
    NOT_A_FEED
}
