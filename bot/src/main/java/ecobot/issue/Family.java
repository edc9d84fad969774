package ecobot.issue;

import ecobot.issue.IssueMapper.NewId;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.roster.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a move means for other issues: parts of a split one, the whole of a part, and where a merged one goes on. */
@Component
class Family {

    private final IssueMapper issues;
    private final MoveTable moveTable;
    private final Mover mover;
    private final Counters counters;

    Family(IssueMapper issues, MoveTable moveTable, Mover mover, Counters counters) {
        this.issues = issues;
        this.moveTable = moveTable;
        this.mover = mover;
        this.counters = counters;
    }

    /** The other issues that are not as they were before the move. */
    List<Issue> follow(Mover.Made made, Step step) {
        return switch (step.move()) {
            case SPLIT -> children(made.before(), step);
            case MERGE -> List.of(joined(made.before(), step));
            default -> parent(made, step).stream().toList();
        };
    }

    private List<Issue> children(Issue whole, Step step) {
        var photos = issues.photos(whole.number()).stream()
                .filter(photo -> photo.moment() == Moment.BEFORE)
                .map(IssuePhoto::fetchId)
                .toList();
        var children = new ArrayList<Issue>();
        for (var share : step.units()) {
            var deadline = share.deadline();
            children.add(store(
                    new NewIssue(
                            share.unitId(),
                            whole.reporterId(),
                            whole.groupId(),
                            whole.source(),
                            whole.kinds(),
                            whole.place(),
                            whole.description(),
                            deadline == null ? whole.deadline() : deadline.extendableLike(whole.deadline()),
                            photos,
                            step.at(),
                            whole.number(),
                            step.inboxId()),
                    Optional.ofNullable(step.by()).map(Member::id).orElse(null)));
        }
        return children;
    }

    /** Stores an issue that is given to its unit at once; by whom is null for the system. */
    Issue store(NewIssue issue, @Nullable Long assignedBy) {
        var reported = moveTable.first();
        var start = reported.leadsTo(Issue.State.REPORTED);
        var assigned = moveTable.from(start, Move.ASSIGN);
        var id = new NewId();
        issues.add(issue, assigned.leadsTo(start), id);
        issues.addKinds(id.value(), issue.kinds());
        if (!issue.photos().isEmpty()) {
            issues.addPhotos(id.value(), Moment.BEFORE, issue.photos(), issue.reportedAt());
        }
        var history = List.of(
                new IssueMove(
                        id.value(),
                        reported.move(),
                        null,
                        start,
                        issue.reporterId(),
                        issue.reportedAt(),
                        null,
                        issue.inboxId()),
                new IssueMove(
                        id.value(),
                        assigned.move(),
                        start,
                        assigned.leadsTo(start),
                        assignedBy,
                        issue.reportedAt(),
                        null,
                        issue.inboxId()));
        issues.addMoves(history);
        var stored = Objects.requireNonNull(issues.byId(id.value())).toIssue();
        counters.filed(stored, history);
        return stored;
    }

    /** The issue that goes on gets the words and photos of the one that does not. */
    private Issue joined(Issue merged, Step step) {
        var other = mover.locked(Objects.requireNonNull(step.other()));
        var photos = issues.photos(merged.number());
        for (var moment : Moment.values()) {
            var shown = photos.stream()
                    .filter(photo -> photo.moment() == moment)
                    .map(IssuePhoto::fetchId)
                    .toList();
            mover.addPhotos(
                    other.number(),
                    Step.of(Move.JOIN, step.by(), step.inboxId(), step.at()).showing(moment, shown));
        }
        mover.note(
                other,
                Step.of(Move.JOIN, step.by(), step.inboxId(), step.at())
                        .saying("#" + merged.number() + " " + merged.description()));
        return other;
    }

    /** The whole closes with the last of its parts, and is open again with the first that is. */
    private Optional<Issue> parent(Mover.Made made, Step step) {
        var parentId = made.after().parentId();
        if (parentId == null || made.before().isOpen() == made.after().isOpen()) {
            return Optional.empty();
        }
        var parent = mover.locked(parentId);
        boolean anyOpen =
                issues.childrenOf(parentId).stream().map(IssueRow::toIssue).anyMatch(Issue::isOpen);
        if (!anyOpen && parent.state() == Issue.State.SPLIT) {
            return Optional.of(follow(parent, Move.CLOSE_WITH_CHILDREN, step));
        }
        return anyOpen && parent.state() == Issue.State.CLOSED
                ? Optional.of(follow(parent, Move.RESUME_WITH_CHILD, step))
                : Optional.empty();
    }

    private Issue follow(Issue parent, Move move, Step step) {
        return mover.make(parent, Step.of(move, null, step.inboxId(), step.at()), null)
                .after();
    }
}
