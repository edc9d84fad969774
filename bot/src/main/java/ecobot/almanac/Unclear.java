package ecobot.almanac;

import ecobot.almanac.NoticeWords.Wrong;

/** A piece of a sentence that cannot be. */
final class Unclear extends RuntimeException {

    private final Wrong wrong;

    Unclear(Wrong wrong) {
        super(wrong.name(), null, false, false);
        this.wrong = wrong;
    }

    Wrong wrong() {
        return wrong;
    }
}
