package ecobot.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * A MariaDB server as a child process: on loopback, a free port and a password of its own at every start, data kept in a folder. It ends with this
 * JVM, even a killed one. One that ends by itself (killed for want of memory, say) is started again, on the same port with the same password, so
 * that pools find it by themselves.
 */
public final class MariaDbServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MariaDbServer.class);
    private static final int READY_WITHIN_SECONDS = 60;
    private static final int ENDS_WITHIN_SECONDS = 20;
    /** Not the pool that all of Java shares: on two cores it has one thread, which may be waiting for this database. */
    private static final Executor WATCHER = new SimpleAsyncTaskExecutor("database-watch-");

    private final FolderLock lock;
    private final ServerFolder folder;
    private final ServerCommand command;
    private final ServerLogin login;
    private volatile Process process;
    private volatile boolean closing;

    private MariaDbServer(ServerFolder folder, FolderLock lock) {
        this.lock = lock;
        this.folder = folder;
        this.command = new ServerCommand(Binaries.find(folder.path()), folder);
        SharedLibraries.require(command.binaries().daemon());
        this.login = ServerLogin.fresh();
        try {
            DataFolder.prepare(folder, command, ENDS_WITHIN_SECONDS);
            this.process = launch();
            waitUntilReady();
            daemon().onExit().thenRunAsync(this::revive, WATCHER);
        } catch (IOException e) {
            throw new CannotStart(
                    "the database's folder " + folder.path() + " cannot be used (" + e.getMessage() + ")",
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
        var place = new ServerFolder(folder.toAbsolutePath().normalize());
        var lock = FolderLock.take(place.path());
        try {
            return new MariaDbServer(place, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** JDBC URL of a database on this server; the database must exist. */
    public String jdbcUrl(String database) {
        return login.jdbcUrl(database);
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    /** The server's own process, for tests that take the database away. */
    public ProcessHandle daemon() {
        return process.children().filter(command::runsIn).findFirst().orElseGet(process::toHandle);
    }

    /** Creates an empty database; one of that name is dropped. */
    public void createFresh(String database) {
        try (Connection connection = login.connect();
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
        lock.close();
    }

    /** What the death of this JVM does to the server, for its test. */
    void losePipe() {
        closing = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        login.writeTo(folder.initFile());
        return command.serve(login.port()).start();
    }

    private void waitUntilReady() throws IOException {
        var giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (true) {
            try (Connection connection = login.connect()) {
                Files.deleteIfExists(folder.initFile());
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                    end();
                    throw new CannotStart("the database did not start", "see the last lines of " + folder.log(), e);
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

    private void revive() {
        if (closing) {
            return;
        }
        log.error("the database server ended by itself and is started again; see {}", folder.log());
        try {
            process.getOutputStream().close();
            process = launch();
            waitUntilReady();
            daemon().onExit().thenRunAsync(this::revive, WATCHER);
            log.info("the database server is back");
        } catch (IOException | CannotStart e) {
            log.error("the database server cannot be started again: {}; start EcoBot anew", e.getMessage());
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
}
