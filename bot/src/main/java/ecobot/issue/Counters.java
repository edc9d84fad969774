package ecobot.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the counters of the league table in the transaction that changes issues. Whoever writes an issue or a line of its history says so here.
 * What was said is added up and written as the transaction's last statements, in the order of the tables' keys: busy rows are held no longer than
 * the commit takes, and nobody who holds one waits for anything but the next. What is undone to a savepoint is not counted.
 */
@Component
class Counters {

    private static final int ROWS_PER_INSERT = 500;

    private final CounterMapper mapper;
    private final Clock clock;

    Counters(CounterMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** An issue came into being. */
    void filed(Issue issue, List<IssueMove> history) {
        change(Contribution.of(issue, history));
    }

    /**
     * A line was added to an issue's history, with whatever it changed of the issue.
     *
     * @param history the moves before
     */
    void moved(Issue before, Issue after, List<IssueMove> history, IssueMove line) {
        var longer = new ArrayList<>(history);
        longer.add(line);
        change(Contribution.of(after, longer).minus(Contribution.of(before, history)));
    }

    /** The counters change by that much. */
    void change(Contribution difference) {
        if (!difference.isNone()) {
            pending().add(difference);
        }
    }

    /** Writes what this transaction has changed so far, for whoever is about to read the counters in it. */
    void write() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            pending.write();
        }
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            return pending;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        pending.resume();
        return pending;
    }

    private void add(Contribution sum) {
        // First of all, for whoever moves it forward waits for us, and we shall hold what others wait for.
        carried(sum.dues());
        var stretches = List.copyOf(sum.stretches().entrySet());
        for (int from = 0; from < stretches.size(); from += ROWS_PER_INSERT) {
            mapper.addToStretches(stretches.subList(from, Math.min(stretches.size(), from + ROWS_PER_INSERT)));
        }
        var dues = List.copyOf(sum.dues().entrySet());
        for (int from = 0; from < dues.size(); from += ROWS_PER_INSERT) {
            mapper.addToDues(dues.subList(from, Math.min(dues.size(), from + ROWS_PER_INSERT)));
        }
    }

    /** Of dates that are still to come nothing is carried forward. */
    private void carried(Map<Cell<Instant>, DueCounts> dues) {
        var now = clock.instant();
        var past = dues.entrySet().stream()
                .filter(due ->
                        due.getValue().stillOpen() != 0 && due.getKey().at().isBefore(now))
                .toList();
        if (past.isEmpty()) {
            return;
        }
        var until = mapper.holdCarriedUntil();
        var carried =
                past.stream().filter(due -> due.getKey().at().isBefore(until)).toList();
        for (int from = 0; from < carried.size(); from += ROWS_PER_INSERT) {
            mapper.addToCarried(carried.subList(from, Math.min(carried.size(), from + ROWS_PER_INSERT)));
        }
    }

    /** What one transaction changes. */
    private final class Pending implements TransactionSynchronization {

        private final List<Contribution> changes = new ArrayList<>();
        private final Map<Object, Mark> savepoints = new HashMap<>();
        private int written;

        void add(Contribution difference) {
            changes.add(difference);
        }

        void write() {
            if (written < changes.size()) {
                Counters.this.add(Contribution.sum(changes.subList(written, changes.size())));
                written = changes.size();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, new Mark(changes.size(), written));
        }

        /** Of a savepoint that is not known nothing had been changed yet. */
        @Override
        public void savepointRollback(Object savepoint) {
            var mark = savepoints.getOrDefault(savepoint, new Mark(0, 0));
            changes.subList(mark.changes(), changes.size()).clear();
            written = mark.written();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Counters.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Counters.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Counters.this);
        }
    }

    /** How far a transaction was when it set a savepoint. */
    private record Mark(int changes, int written) {}
}
