package ecobot.issue;

import ecobot.database.InRounds;
import ecobot.database.Rounds;
import ecobot.outbox.Extras;
import ecobot.outbox.MakingUp;
import ecobot.outbox.RefusedExtras;
import ecobot.outbox.RefusedExtras.Refused;
import ecobot.outbox.StandingId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the todos of issues that are still open when the permission comes, each as its issue stands by then. */
@Component
class TodosMadeUp implements InRounds {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Extras extras;
    private final IssueTodos todos;
    private final IssueMapper issues;
    private final MakingUp makingUp;
    private final Rounds rounds = new Rounds("issue-todos", EVERY, this::look);

    TodosMadeUp(
            Extras extras,
            RefusedExtras refused,
            IssueTodos todos,
            IssueMapper issues,
            TransactionTemplate transaction,
            @Qualifier("machineClock") Clock machineClock) {
        this.extras = extras;
        this.todos = todos;
        this.issues = issues;
        this.makingUp = new MakingUp(refused, RefusedExtras.Extra.TODO, transaction, machineClock);
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** Does what is to be done now, on one node. */
    void look() {
        if (extras.todos()) {
            makingUp.look(this::again);
        }
    }

    private boolean again(Refused one) {
        return IssueTodos.own(one.standingId()).filter(own -> again(own, one)).isPresent();
    }

    private boolean again(StandingId own, Refused one) {
        var row = issues.byId(own.number());
        return row != null && todos.again(row.toIssue(), own.staffId(), one.id());
    }
}
