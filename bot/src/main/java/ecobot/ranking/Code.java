package ecobot.ranking;

/** 红黄绿码, best first. Names as people read them come from {@code templates/ranking/picture.yml}. */
enum Code {
    GREEN,
    YELLOW,
    RED;

    boolean isWorseThan(Code other) {
        return compareTo(other) > 0;
    }
}
