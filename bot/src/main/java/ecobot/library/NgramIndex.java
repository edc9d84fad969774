package ecobot.library;

import ecobot.library.Candidates.Candidate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * MySQL's full-text index with the ngram parser, where the database has that parser. MariaDB has none and cannot even read these statements, so they are in no
 * migration and no mapper.
 */
@Component
class NgramIndex {

    private static final Logger log = LoggerFactory.getLogger(NgramIndex.class);
    private static final int PAIRS = 2;

    private final JdbcClient sql;

    NgramIndex(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether there is such an index; makes it when the database could have one. Not in a transaction, which that would commit half done. */
    boolean isThere() {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "an index is made by itself");
        try {
            if (!hasParser()) {
                return false;
            }
            if (!hasIndex()) {
                make();
            }
            return true;
        } catch (DataAccessException e) {
            log.warn("materials are searched without the ngram index: {}", e.getMessage());
            return false;
        }
    }

    /** Its stopwords do not matter: none has Chinese characters, and nothing else is looked for in it. */
    private void make() {
        try {
            sql.sql("alter table material_index add fulltext index ft_material_index__plain (plain) with parser ngram")
                    .update();
            log.info("materials are searched by the ngram index");
        } catch (DataAccessException e) {
            // Another node that starts may have been faster.
            if (!hasIndex()) {
                throw e;
            }
        }
    }

    List<Candidate> matching(String expression) {
        return sql.sql(
                        "select material_id, version from material_index where match (plain) against (? in boolean mode)")
                .params(expression)
                .query((row, n) -> new Candidate(row.getLong(1), row.getLong(2)))
                .list();
    }

    private boolean hasParser() {
        var active = sql.sql(
                        "select count(*) from information_schema.plugins where plugin_name = 'ngram' and plugin_status = 'ACTIVE'")
                .query(Integer.class)
                .single();
        return active > 0
                && sql.sql("select @@ngram_token_size").query(Integer.class).single() == PAIRS;
    }

    private boolean hasIndex() {
        return sql.sql("""
                        select count(*)
                          from information_schema.statistics
                         where table_schema = database()
                           and index_name = 'ft_material_index__plain'
                        """).query(Integer.class).single() > 0;
    }
}
