package ecobot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the folder ready for a server: nobody else works in it, and it has what every server needs. */
final class DataFolder {

    private DataFolder() {}

    /** @param patience seconds that an earlier server has for its end */
    static void prepare(ServerFolder folder, ServerCommand command, int patience) throws IOException {
        Files.createDirectories(folder.scratch());
        folder.lastServer().filter(command::runsIn).ifPresent(server -> waitForEnd(server, patience));
        if (!folder.hasSystemTables()) {
            fill(folder, command);
        }
    }

    /** A server whose JVM was killed needs a moment to end by itself. */
    private static void waitForEnd(ProcessHandle server, int patience) {
        try {
            server.onExit().get(patience, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(ServerFolder folder, ServerCommand command) throws IOException {
        Files.createDirectories(folder.data());
        var installer = command.bootstrap().start();
        try (var in = installer.getOutputStream()) {
            in.write(command.binaries().systemTables());
        }
        if (installer.onExit().join().exitValue() != 0) {
            throw new CannotStart(
                    "the database could not fill its folder " + folder.data(),
                    "see " + folder.installLog() + "; then delete the folder and start again");
        }
    }
}
