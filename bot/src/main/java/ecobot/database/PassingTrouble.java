package ecobot.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what is the database's passing trouble, and nobody's fault, from everything else. */
public final class PassingTrouble {

    /** Deadlock, lock wait timeout, record changed since last read; read-only; disk full; shutting down, killed. */
    private static final Set<Integer> CODES = Set.of(1213, 1205, 1020, 1290, 1792, 1836, 1021, 1114, 1053, 1317, 1927);

    private PassingTrouble() {}

    /** Whether doing the same again later may well work. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isItself(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The failure in a few words, without its statement or its values. */
    public static String inShort(Throwable failure) {
        SQLException sql = sqlException(failure);
        return sql == null
                ? failure.getClass().getSimpleName()
                : sql.getClass().getSimpleName() + " " + sql.getErrorCode() + " " + sql.getSQLState();
    }

    private static boolean isItself(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || (cause instanceof SQLException sql && isPassing(sql));
    }

    private static boolean isPassing(SQLException sql) {
        return sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || CODES.contains(sql.getErrorCode())
                || (sql.getSQLState() != null && sql.getSQLState().startsWith("08"));
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
