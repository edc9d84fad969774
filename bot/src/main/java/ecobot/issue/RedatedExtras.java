package ecobot.issue;

import ecobot.outbox.Extras;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets todos and cards follow issues whose dates moved with the calendar. Where there are neither, no issue is read. */
@Component
class RedatedExtras {

    private final Extras extras;
    private final IssueMapper issues;
    private final List<Aftermath> aftermath;

    RedatedExtras(Extras extras, IssueMapper issues, List<Aftermath> aftermath) {
        this.extras = extras;
        this.issues = issues;
        this.aftermath = List.copyOf(aftermath);
    }

    /** The issues as they stand before their dates move; none where nothing follows them. */
    List<Issue> before(List<Long> numbers) {
        return extras.todos() || extras.cards() ? read(numbers) : List.of();
    }

    /** In the transaction that moved their dates, once their histories say so. */
    void follow(List<Issue> before, Instant at) {
        if (before.isEmpty()) {
            return;
        }
        var numbers = before.stream().map(Issue::number).toList();
        var after = read(numbers).stream().collect(Collectors.toMap(Issue::number, Function.identity()));
        var moves = issues.lastMoves(numbers).stream()
                .collect(Collectors.toMap(IssueMapper.MadeMove::issueId, IssueMapper.MadeMove::id));
        var step = Step.of(Move.REDATED, null, null, at);
        for (var issue : before) {
            var now = after.get(issue.number());
            var move = moves.get(issue.number());
            if (now != null && move != null) {
                aftermath.forEach(each -> each.moved(issue, now, step, move));
            }
        }
    }

    private List<Issue> read(List<Long> numbers) {
        return issues.byIds(numbers).stream().map(IssueRow::toIssue).toList();
    }
}
