package ecobot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What lies where in the folder of an embedded server. */
record ServerFolder(Path path) {

    /** Relative to {@link #data}. */
    static final String PID_FILE = "server.pid";

    Path data() {
        return path.resolve("data");
    }

    /** A server that starts deletes what looks like its own leftovers, in a shared folder another one's work. */
    Path scratch() {
        return path.resolve("tmp");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path installLog() {
        return path.resolve("install.log");
    }

    Path initFile() {
        return path.resolve("init.sql");
    }

    boolean hasSystemTables() {
        return Files.isDirectory(data().resolve("mysql"));
    }

    /** The process that the last server was, which may be another one's by now. */
    Optional<ProcessHandle> lastServer() throws IOException {
        var file = data().resolve(PID_FILE);
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                : Optional.empty();
    }
}
