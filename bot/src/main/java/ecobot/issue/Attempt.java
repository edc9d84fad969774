package ecobot.issue;

import ecobot.roster.Member;
import ecobot.roster.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody wants to move an issue: all that the table of moves decides by. */
record Attempt(Issue issue, Member by, @Nullable String reason, List<IssueMove> history, List<IssuePhoto> photos) {

    boolean isByReporter() {
        return by.id() == issue.reporterId();
    }

    boolean isByOwnUnit() {
        var unit = by.unit();
        return unit != null && unit.id() == issue.unitId();
    }

    boolean isByOwnLiaison() {
        return isByOwnUnit() && by.is(Role.LIAISON);
    }

    boolean isBySubmitter() {
        return history.stream()
                .filter(made -> made.move() == Move.SUBMIT)
                .reduce((earlier, later) -> later)
                .map(IssueMove::memberId)
                .filter(id -> id == by.id())
                .isPresent();
    }

    /** Nobody but the reporter and the system has acted on it. */
    boolean isUntouched() {
        return history.stream().allMatch(made -> made.memberId() == null || made.memberId() == issue.reporterId());
    }

    boolean hasPhotoOf(IssuePhoto.Moment moment) {
        return photos.stream().anyMatch(photo -> photo.moment() == moment);
    }

    IssueMove last() {
        return history.get(history.size() - 1);
    }
}
