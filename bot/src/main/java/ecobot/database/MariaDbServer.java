package ecobot.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server as a child process: on loopback, a free port and a password of its own at every start, data kept in a folder. It ends with this
 * JVM, even a killed one: on Unix a shell that reads from us stands between, and ends the server when the pipe closes. One that ends by itself (killed
 * for want of memory, say) is started again, on the same port with the same password, so that pools find it by themselves.
 */
public final class MariaDbServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MariaDbServer.class);
    private static final Pattern MISSING_LIBRARY = Pattern.compile("error while loading shared libraries: (\\S+?):");
    private static final String USER = "ecobot";
    private static final int READY_WITHIN_SECONDS = 60;
    private static final int ENDS_WITHIN_SECONDS = 20;
    /** Keeps interrupts of the terminal away from the server, so that the application can close its connections first. */
    private static final String GUARD =
            "trap '' INT; \"$@\" </dev/null & server=$!; cat >/dev/null; kill -TERM $server; wait $server";

    private final Path folder;
    private final Binaries binaries;
    private final RandomAccessFile lockFile;
    private final int port;
    private final String password;
    private volatile Process process;
    private volatile boolean closing;

    private MariaDbServer(Path folder) {
        this.folder = folder;
        this.lockFile = lock(folder);
        this.binaries = Binaries.find(folder);
        requireLibraries();
        this.password = randomPassword();
        this.port = freePort();
        try {
            Files.createDirectories(scratchFolder());
            waitForPredecessor();
            installIfEmpty();
            this.process = launch();
            waitUntilReady();
            daemon().onExit().thenRunAsync(this::revive);
        } catch (IOException e) {
            throw new CannotStart(
                    "the database's folder " + folder + " cannot be used (" + e.getMessage() + ")",
                    "make it writable, or set ECOBOT_FOLDER to another one",
                    e);
        }
    }

    /**
     * Starts the server on the data in {@code folder}; an empty folder is filled first.
     *
     * @throws CannotStart with the mend
     */
    public static MariaDbServer start(Path folder) {
        return new MariaDbServer(folder.toAbsolutePath().normalize());
    }

    /** JDBC URL of a database on this server; the database must exist. */
    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&rewriteBatchedStatements=true&tcpKeepAlive=true";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The server's own process, for tests that take the database away. */
    public ProcessHandle daemon() {
        return process.children().filter(this::isDaemon).findFirst().orElseGet(process::toHandle);
    }

    private boolean isDaemon(ProcessHandle handle) {
        return handle.info()
                .command()
                .filter(binaries.daemon().toString()::equals)
                .isPresent();
    }

    private void revive() {
        if (closing) {
            return;
        }
        log.error("the database server ended by itself and is started again; see {}", folder.resolve("server.log"));
        try {
            process.getOutputStream().close();
            process = launch();
            waitUntilReady();
            daemon().onExit().thenRunAsync(this::revive);
            log.info("the database server is back");
        } catch (IOException | CannotStart e) {
            log.error("the database server cannot be started again: {}; start EcoBot anew", e.getMessage());
        }
    }

    /** What the death of this JVM does to the server, for its test. */
    void losePipe() {
        closing = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Creates an empty database; one of that name is dropped. */
    public void createFresh(String database) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + database, e);
        }
    }

    @Override
    public void close() {
        closing = true;
        end();
        try {
            lockFile.close();
        } catch (IOException e) {
            log.warn("the lock of the database's folder could not be given back: {}", e.getMessage());
        }
    }

    private void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the database did not end within {} s and is killed", ENDS_WITHIN_SECONDS);
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            log.warn("the database's pipe could not be closed: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RandomAccessFile lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
            if (!locked(file)) {
                file.close();
                throw new CannotStart(
                        "another EcoBot uses the folder " + folder, "stop it, or set ECOBOT_FOLDER to another folder");
            }
            return file;
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot write to the folder " + folder + " (" + e.getMessage() + ")",
                    "make it writable, or set ECOBOT_FOLDER to another folder",
                    e);
        }
    }

    private static boolean locked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very JVM has it
        }
    }

    private void requireLibraries() {
        var said = outputOf(List.of(binaries.daemon().toString(), "--no-defaults", "--version"));
        Matcher missing = MISSING_LIBRARY.matcher(said);
        if (missing.find()) {
            throw new CannotStart(
                    "the database needs the shared library " + missing.group(1) + ", which this machine lacks",
                    "on Debian and Ubuntu: apt-get install " + packageOf(missing.group(1))
                            + "; or name a database by SPRING_DATASOURCE_URL");
        }
    }

    private static String packageOf(String library) {
        var base = library.replaceFirst("\\.so.*", "");
        return switch (base) {
            case "libstdc++" -> "libstdc++6";
            case "libsystemd" -> "libsystemd0";
            case "libcrypt" -> "libcrypt1";
            case "libgcrypt" -> "libgcrypt20";
            case "liblzma" -> "liblzma5";
            case "libzstd" -> "libzstd1";
            case "liblz4" -> "liblz4-1";
            case "libaio" -> "libaio1";
            default -> "the package that holds " + library;
        };
    }

    private static String outputOf(List<String> command) {
        try {
            var tried = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(tried.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotStart(
                    "the database's program cannot be run (" + e.getMessage() + ")",
                    "delete the folder it was unpacked to and start again, or name a database by SPRING_DATASOURCE_URL",
                    e);
        }
    }

    /** A server whose JVM was killed needs a moment to end by itself. */
    private void waitForPredecessor() throws IOException {
        var pidFile = dataFolder().resolve("server.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var predecessor = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).strip()))
                .filter(this::isDaemon);
        predecessor.ifPresent(handle -> {
            try {
                handle.onExit().get(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                handle.destroyForcibly();
                handle.onExit().join();
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void installIfEmpty() throws IOException {
        if (Files.isDirectory(dataFolder().resolve("mysql"))) {
            return;
        }
        Files.createDirectories(dataFolder());
        var command = new ArrayList<>(command());
        command.add("--bootstrap");
        command.add("--log-warnings=0");
        var installer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        try (var in = installer.getOutputStream()) {
            in.write(binaries.systemTables());
        }
        if (installer.onExit().join().exitValue() != 0) {
            throw new CannotStart(
                    "the database could not fill its folder " + dataFolder(),
                    "see " + folder.resolve("install.log") + "; then delete the folder and start again");
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        if (!isWindows()) {
            command.addAll(List.of("/bin/sh", "-c", GUARD, "sh"));
        }
        command.addAll(command());
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--init-file=" + initFile(),
                "--log-error=" + folder.resolve("server.log"),
                "--max-connections=200",
                // A file of 20 MB is one row.
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1",
                "--performance-schema=OFF",
                "--skip-name-resolve",
                "--skip-log-bin"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                binaries.daemon().toString(),
                "--no-defaults",
                "--basedir=" + binaries.share().getParent(),
                "--datadir=" + dataFolder(),
                // A server that starts deletes what looks like its own leftovers, in a shared folder another one's
                // work.
                "--tmpdir=" + scratchFolder(),
                "--lc-messages-dir=" + binaries.share(),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                // Else the server makes an RSA key at every start, which takes seconds.
                "--skip-ssl"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private Path initFile() throws IOException {
        var file = folder.resolve("init.sql");
        Files.deleteIfExists(file);
        if (!isWindows()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, """
                delete from mysql.global_priv where User not in ('mariadb.sys');
                flush privileges;
                create or replace user '%1$s'@'127.0.0.1' identified by '%2$s';
                create database if not exists ecobot character set utf8mb4 collate utf8mb4_unicode_ci;
                grant all on *.* to '%1$s'@'127.0.0.1';
                """.formatted(USER, password));
    }

    private void waitUntilReady() throws IOException {
        var giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (true) {
            try (Connection connection = connect()) {
                Files.deleteIfExists(folder.resolve("init.sql"));
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                    end();
                    throw new CannotStart(
                            "the database did not start", "see the last lines of " + folder.resolve("server.log"), e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(""), login);
    }

    private Path scratchFolder() {
        return folder.resolve("tmp");
    }

    private Path dataFolder() {
        return folder.resolve("data");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("no port is free on loopback", "close other programs", e);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
