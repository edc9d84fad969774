package ecobot.report;

import ecobot.issue.Issue;
import ecobot.issue.Issues;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds an open issue that a report may be about already: the same unit, a kind in common, and a similar place or text. */
@Component
class Duplicates {

    /** Compared are the newest only: an old one that nobody closed hardly comes as news. */
    private static final int COMPARED = 200;

    private final Issues issues;
    private final ReportWords words;

    Duplicates(Issues issues, ReportReader reader) {
        this.issues = issues;
        this.words = reader.words();
    }

    /** The most similar one. */
    Optional<Issue> of(long unitId, Draft draft) {
        return issues.newestOpen(unitId, COMPARED).stream()
                .filter(issue -> issue.kinds().stream().anyMatch(draft.kinds()::contains))
                .filter(issue -> isSimilar(issue, draft))
                .max(Comparator.comparingDouble((Issue issue) -> likeness(issue, draft))
                        .thenComparing(Issue::number));
    }

    private boolean isSimilar(Issue issue, Draft draft) {
        return place(issue, draft) >= words.samePlace()
                || Likeness.of(issue.description(), draft.description()) >= words.sameText();
    }

    private static double likeness(Issue issue, Draft draft) {
        return place(issue, draft) + Likeness.of(issue.description(), draft.description());
    }

    private static double place(Issue issue, Draft draft) {
        var one = issue.place();
        var two = draft.place();
        return one == null || two == null ? 0 : Likeness.of(one, two);
    }
}
