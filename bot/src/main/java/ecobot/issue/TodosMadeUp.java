package ecobot.issue;

import ecobot.database.InRounds;
import ecobot.database.Rounds;
import ecobot.outbox.Extras;
import ecobot.outbox.RefusedTodos;
import ecobot.outbox.RefusedTodos.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes up for todos that were refused for want of a permission. An hour after the last refusal one is sent again; when a todo went since, all the others are,
 * each as its issue stands by then. So a permission that comes late brings the todos of all issues that are still open, and one that never
 * comes costs a call an hour.
 */
@Component
class TodosMadeUp implements InRounds {

    private static final Logger log = LoggerFactory.getLogger(TodosMadeUp.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Extras extras;
    private final RefusedTodos refused;
    private final IssueTodos todos;
    private final IssueMapper issues;
    private final TransactionTemplate transaction;
    private final Clock machineClock;
    private final Rounds rounds = new Rounds("issue-todos", EVERY, this::look);

    TodosMadeUp(
            Extras extras,
            RefusedTodos refused,
            IssueTodos todos,
            IssueMapper issues,
            TransactionTemplate transaction,
            @Qualifier("machineClock") Clock machineClock) {
        this.extras = extras;
        this.refused = refused;
        this.todos = todos;
        this.issues = issues;
        this.transaction = transaction;
        this.machineClock = machineClock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** Does what is to be done now, on one node. */
    void look() {
        if (extras.todos()) {
            transaction.executeWithoutResult(status -> makeUp(refused.lock()));
        }
    }

    private void makeUp(List<Refused> missing) {
        if (missing.isEmpty()) {
            return;
        }
        Instant last = missing.get(missing.size() - 1).at();
        if (refused.wentAfter(last)) {
            log.info("issue: {} todos that lacked a permission are made up for", missing.size());
            missing.forEach(this::again);
            refused.settle(missing);
        } else if (!machineClock.instant().isBefore(last.plus(PATIENCE))) {
            tryOne(missing);
        }
    }

    /** One that is to be made: what is to be ticked off may never have been made, and proves nothing. */
    private void tryOne(List<Refused> missing) {
        for (var one : missing) {
            boolean open = again(one);
            refused.settle(List.of(one));
            if (open) {
                return;
            }
        }
    }

    private boolean again(Refused one) {
        return IssueTodos.own(one.standingId()).filter(own -> again(own, one)).isPresent();
    }

    private boolean again(IssueTodos.Own own, Refused one) {
        var row = issues.byId(own.number());
        return row != null && todos.again(row.toIssue(), own.staffId(), one.id());
    }
}
