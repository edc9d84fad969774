package ecobot.testing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.defaults.DefaultParameterHandler;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * How the database carries out a mapper's statement: the real statement with real parameters, explained. The plan depends on what the tables
 * hold, so fill and {@code analyze} them first.
 */
public final class Plans {

    private final SqlSessionFactory sessions;

    public Plans(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * The steps of the plan.
     *
     * @param parameters by name, as the mapper's method names them
     */
    public List<Step> of(Class<?> mapper, String method, Map<String, ?> parameters) {
        MappedStatement statement = sessions.getConfiguration().getMappedStatement(mapper.getName() + "." + method);
        BoundSql sql = statement.getBoundSql(parameters);
        try (SqlSession session = sessions.openSession();
                PreparedStatement explain = session.getConnection().prepareStatement("explain " + sql.getSql())) {
            new DefaultParameterHandler(statement, parameters, sql).setParameters(explain);
            return steps(explain);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot explain " + method, e);
        }
    }

    /** The steps that read all rows of one of {@code tables}, by their names or aliases in the statement; none is what a test wants to see. */
    public List<Step> readingAll(Class<?> mapper, String method, Map<String, ?> parameters, String... tables) {
        return of(mapper, method, parameters).stream()
                .filter(step -> Set.of(tables).contains(step.table()) && step.readsAll())
                .toList();
    }

    private static List<Step> steps(PreparedStatement explain) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                // MySQL also lists the table that is written to, as if it were read.
                if (text(rows, "select_type").equals("INSERT")) {
                    continue;
                }
                steps.add(new Step(
                        text(rows, "table"),
                        text(rows, "type"),
                        text(rows, "key"),
                        count(text(rows, "rows")),
                        text(rows, "Extra")));
            }
        }
        return steps;
    }

    /** MariaDB adds what a filter of row numbers leaves, as in {@code 8 (0%)}; nothing is written for what is not read. */
    private static long count(String rows) {
        return rows.isEmpty() ? 0 : Long.parseLong(rows.split(" ", 2)[0]);
    }

    private static String text(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /**
     * One line of the plan.
     *
     * @param type how rows are found; {@code ALL} is one by one
     * @param key the index, empty when none
     * @param rows how many the database expects to read
     */
    public record Step(String table, String type, String key, long rows, String extra) {

        /** The table, or all of an index. With statistics that are behind, MySQL may choose the index anew for each row, which it calls by the same name. */
        public boolean readsAll() {
            return Set.of("all", "index").contains(type.toLowerCase(Locale.ROOT))
                    && !extra.contains("Range checked for each record");
        }
    }
}
