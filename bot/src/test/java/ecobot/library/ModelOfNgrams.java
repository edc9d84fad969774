package ecobot.library;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What MySQL's manual says of an ngram index in boolean mode, carried out by hand, for MariaDB has none; MySQL is asked itself, too. A quoted pair is
 * there when its characters stand side by side; {@code +} is needed, brackets hold alternatives.
 */
final class ModelOfNgrams extends NgramIndex {

    private static final Pattern PART = Pattern.compile("\\+?\\(([^)]*)\\)|(\\+?)\"([^\"]*)\"");

    private final JdbcClient sql;

    ModelOfNgrams(JdbcClient sql) {
        super(sql);
        this.sql = sql;
    }

    @Override
    List<Candidates.Candidate> matching(String expression) {
        return sql
                .sql("select material_id, version, plain from material_index")
                .query((row, n) -> new Entry(
                        new Candidates.Candidate(row.getLong("material_id"), row.getLong("version")),
                        row.getString("plain")))
                .list()
                .stream()
                .filter(entry -> fits(expression, entry.plain))
                .map(Entry::candidate)
                .toList();
    }

    private static boolean fits(String expression, String plain) {
        var part = PART.matcher(expression);
        boolean any = false;
        boolean required = false;
        while (part.find()) {
            boolean there = part.group(1) == null
                    ? plain.contains(part.group(3))
                    : Pattern.compile("\"([^\"]*)\"")
                            .matcher(part.group(1))
                            .results()
                            .anyMatch(word -> plain.contains(word.group(1)));
            boolean needed = part.group(1) != null || part.group(2).equals("+");
            if (needed && !there) {
                return false;
            }
            required |= needed;
            any |= there;
        }
        return required || any;
    }

    private record Entry(Candidates.Candidate candidate, String plain) {}
}
