package ecobot.picture;

/** Why bytes do not become a picture. */
public enum Refusal {
    /** Something else altogether. */
    NOT_A_PICTURE,
    /** Cut short or damaged. */
    BROKEN,
    /** It declares more pixels than are decoded, honestly or not. */
    TOO_MANY_PIXELS,
    /** A picture, but of a format or colours that cannot be read here. */
    FORMAT_UNREADABLE
}
