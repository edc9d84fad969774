package ecobot.issue;

import ecobot.deadline.Deadlines;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the inspectors, as templates see it: for the morning and for whoever asks. */
@Component
class InspectionViews {

    static final int LISTED = 6;

    private final Issues issues;
    private final IssueViews views;

    InspectionViews(Issues issues, IssueViews views) {
        this.issues = issues;
        this.views = views;
    }

    View at(Instant now) {
        var waiting = issues.waiting(Deadlines.dayOf(now), LISTED);
        return new View(
                section(waiting.toAssign(), now), section(waiting.toVerify(), now), section(waiting.toRecheck(), now));
    }

    private Section section(Waiting.Heap heap, Instant now) {
        var lines = heap.oldest().stream().map(issue -> views.line(issue, now)).toList();
        return new Section(heap.count(), lines, heap.count() - lines.size());
    }

    record View(Section toAssign, Section toVerify, Section toRecheck) {
        boolean isNothing() {
            return toAssign.count() + toVerify.count() + toRecheck.count() == 0;
        }
    }

    /** @param more how many are not listed */
    record Section(int count, List<IssueViews.Line> issues, int more) {}
}
