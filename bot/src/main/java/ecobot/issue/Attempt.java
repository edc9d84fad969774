package ecobot.issue;

import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Unit;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to move an issue: all that the table of moves decides by.
 *
 * @param photos those that count as evidence, without those that the step brings
 * @param extensions those that were asked for and not refused
 * @param returnableUntil until when its unit may give it back; null while it has none
 * @param other the issue that the step names, as it is now; null when it names none that there is
 */
record Attempt(
        Issue issue,
        Step step,
        List<IssueMove> history,
        List<IssuePhoto> photos,
        List<AskedExtension> extensions,
        @Nullable Instant returnableUntil,
        @Nullable Issue other) {

    boolean isByOne(Role role) {
        var by = step.by();
        return by != null && by.is(role);
    }

    boolean isByReporter() {
        var by = step.by();
        return by != null && by.id() == issue.reporterId();
    }

    boolean isByOwnUnit() {
        var unit = unitOf(step.by());
        return unit != null && unit.id() == issue.unitId();
    }

    boolean isByBureau() {
        var unit = unitOf(step.by());
        return unit != null && unit.kind() == Unit.Kind.BUREAU;
    }

    boolean isByOwnLiaison() {
        return isByOwnUnit() && isByOne(Role.LIAISON);
    }

    boolean isBySubmitter() {
        var by = step.by();
        return history.stream()
                .filter(made -> made.move() == Move.SUBMIT)
                .reduce((earlier, later) -> later)
                .map(IssueMove::memberId)
                .filter(id -> by != null && id == by.id())
                .isPresent();
    }

    /** Some unit has taken it on before, be it another one. */
    boolean wasAcceptedBefore() {
        return StandingMoves.of(history).stream().anyMatch(made -> made.move() == Move.ACCEPT);
    }

    /** Nobody but the reporter and the system has acted on it. */
    boolean isUntouched() {
        return history.stream().allMatch(made -> made.memberId() == null || made.memberId() == issue.reporterId());
    }

    boolean isInReturnTime() {
        return returnableUntil != null && !step.at().isAfter(returnableUntil);
    }

    boolean namesAnotherUnit() {
        return step.units().stream()
                .findFirst()
                .filter(share -> share.unitId() != issue.unitId())
                .isPresent();
    }

    boolean namesAnotherOpenIssue() {
        return other != null && other.isOpen() && other.number() != issue.number();
    }

    /** An inspector may merge as he sees fit; a liaison only where his unit has to do the same as soon. */
    boolean mayGoOnInOther() {
        return !namesAnotherOpenIssue() || isByOne(Role.INSPECTOR) || isNoEasierIn(Objects.requireNonNull(other));
    }

    private boolean isNoEasierIn(Issue another) {
        return another.unitId() == issue.unitId()
                && !Collections.disjoint(another.kinds(), issue.kinds())
                && !another.deadline().dueAt().isAfter(issue.deadline().dueAt());
    }

    boolean isNotNudgedToday() {
        var today = Deadlines.dayOf(step.at());
        return history.stream()
                .filter(made -> made.move() == Move.NUDGE)
                .noneMatch(made -> Deadlines.dayOf(made.movedAt()).equals(today));
    }

    boolean hasPhotoOf(IssuePhoto.Moment moment) {
        return photos.stream().anyMatch(photo -> photo.moment() == moment)
                || (step.moment() == moment && !step.photos().isEmpty());
    }

    Optional<AskedExtension> askedExtension() {
        return extensions.stream().filter(AskedExtension::pending).findFirst();
    }

    /** What somebody did last; that a place was noted says nothing about how the issue stands. */
    IssueMove last() {
        return history.stream()
                .filter(made -> made.move() != Move.LOCATE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static @Nullable Unit unitOf(@Nullable Member member) {
        return member == null ? null : member.unit();
    }
}
