package ecobot.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done once the caller's transaction is committed, and never when it is rolled back. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs {@code action} after the commit, or at once when no transaction runs. It must not fail. */
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
