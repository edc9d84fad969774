package ecobot.testing;

import ecobot.testing.TestDatabase.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * A MySQL 8 as a bureau has it: with its own default collation and modes, which are not MariaDB's. Maven unpacks the program with {@code -Pmysql}. It
 * ends with this JVM.
 */
final class MySqlServer {

    private static final String USER = "root";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path program;
    private final Path folder;
    private final int port;

    private MySqlServer(Path program, Path folder, int port) {
        this.program = program;
        this.folder = folder;
        this.port = port;
    }

    /**
     * @param program where it was unpacked
     * @param folder for its data; emptied before
     */
    static MySqlServer start(Path program, Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            program.resolve("bin/mysqld").toFile().setExecutable(true);
            var server = new MySqlServer(program.toAbsolutePath(), folder.toAbsolutePath(), freePort());
            server.run(List.of("--initialize-insecure")).waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var process = server.run(List.of(
                    "--port=" + server.port,
                    "--bind-address=127.0.0.1",
                    "--socket=" + Files.createTempDirectory("mysql").resolve("s"),
                    "--mysqlx=OFF",
                    "--skip-log-bin",
                    "--max-connections=400"));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await("MySQL").atMost(PATIENCE).ignoreExceptions().until(server::answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Schema fresh(String name) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Schema(name, url(name), USER, "");
    }

    private boolean answers() throws SQLException {
        try (var connection = connect()) {
            return connection.isValid(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(""), USER, "");
    }

    private String url(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&rewriteBatchedStatements=true";
    }

    private Process run(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.resolve("bin/mysqld").toString());
        command.add("--no-defaults");
        command.add("--basedir=" + program);
        command.add("--datadir=" + folder.resolve("data"));
        command.add("--pid-file=" + folder.resolve("server.pid"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
