package ecobot.issue;

import ecobot.deadline.Deadline.DayUnit;

/**
 * An extension that was asked for and not refused.
 *
 * @param pending whether nobody has decided yet
 */
record AskedExtension(long id, long issueId, int amount, DayUnit unit, long askedBy, boolean pending) {

    Step.Span span() {
        return new Step.Span(amount, unit);
    }
}
