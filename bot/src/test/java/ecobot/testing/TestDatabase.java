package ecobot.testing;

import ecobot.database.MariaDbServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;

/**
 * One real database server for all tests of this JVM, beside those of others; everybody who asks gets an empty schema of his own. MariaDB, or MySQL when
 * Maven was told {@code -Pmysql}.
 */
public final class TestDatabase {

    private static final AtomicInteger schemas = new AtomicInteger();

    private TestDatabase() {}

    /** A new, empty schema. */
    public static Schema fresh() {
        return Holder.SERVER.apply("test_" + schemas.incrementAndGet());
    }

    /** How to reach a schema. */
    public record Schema(String name, String url, String user, String password) {}

    private static final class Holder {

        static final Function<String, Schema> SERVER = start();

        private static Function<String, Schema> start() {
            var folder = Path.of("target", "database-" + System.getProperty("ecobot.fork", "alone"));
            var mySql = System.getProperty("ecobot.test.mysql", "");
            return mySql.isEmpty() ? mariaDb(folder) : MySqlServer.start(Path.of(mySql), folder)::fresh;
        }

        private static Function<String, Schema> mariaDb(Path folder) {
            FileSystemUtils.deleteRecursively(folder.resolve("data").toFile());
            // Never closed: it ends with this JVM, after everything in it.
            var server = MariaDbServer.start(folder);
            return name -> {
                server.createFresh(name);
                return new Schema(name, server.jdbcUrl(name), server.user(), server.password());
            };
        }
    }
}
