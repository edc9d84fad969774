package ecobot.ranking;

/** 红黄绿码, best first. Names as people read them come from {@code templates/ranking/picture.yml}. */
enum Code {
    GREEN,
    YELLOW,
    RED;

    /** The worse of the two: rules make a code worse, never better. */
    Code orWorse(Code other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
