package ecobot.testing;

import ecobot.database.MariaDbServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** One real MariaDB for all tests of this JVM, beside those of others; everybody who asks gets an empty schema of his own. */
public final class TestDatabase {

    private static final AtomicInteger schemas = new AtomicInteger();

    private TestDatabase() {}

    /** A new, empty schema. */
    public static Schema fresh() {
        var name = "test_" + schemas.incrementAndGet();
        server().createFresh(name);
        return new Schema(name, server().jdbcUrl(name), server().user(), server().password());
    }

    /** The server itself, for tests that take the database away: use one of your own for that. */
    public static MariaDbServer server() {
        return Holder.SERVER;
    }

    /** How to reach a schema. */
    public record Schema(String name, String url, String user, String password) {}

    private static final class Holder {
        static final MariaDbServer SERVER = start();

        private static MariaDbServer start() {
            var folder = Path.of("target", "database-" + System.getProperty("ecobot.fork", "alone"));
            FileSystemUtils.deleteRecursively(folder.resolve("data").toFile());
            // Never closed: it ends with this JVM, after everything in it.
            return MariaDbServer.start(folder);
        }
    }
}
