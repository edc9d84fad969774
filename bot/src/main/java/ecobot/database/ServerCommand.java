package ecobot.database;

import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the server is called. */
record ServerCommand(Binaries binaries, ServerFolder folder) {

    /** Keeps interrupts of the terminal away from the server, so that the application can close its connections first. */
    private static final String GUARD =
            "trap '' INT; \"$@\" </dev/null & server=$!; cat >/dev/null; kill -TERM $server; wait $server";

    /** Fills an empty data folder with what it reads. */
    ProcessBuilder bootstrap() {
        var command = common();
        command.add("--bootstrap");
        command.add("--log-warnings=0");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.installLog().toFile());
    }

    /** Serves on loopback. On Unix a shell that reads from us stands between, and ends the server when the pipe closes. */
    ProcessBuilder serve(int port) {
        var command = new ArrayList<String>();
        if (!isWindows()) {
            command.addAll(List.of("/bin/sh", "-c", GUARD, "sh"));
        }
        command.addAll(common());
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=server.sock",
                "--pid-file=" + ServerFolder.PID_FILE,
                "--init-file=" + folder.initFile(),
                "--log-error=" + folder.log(),
                "--max-connections=200",
                // A file of 20 MB is one row.
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1",
                "--performance-schema=OFF",
                "--skip-name-resolve",
                "--skip-log-bin"));
        return new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
    }

    private List<String> common() {
        var command = new ArrayList<>(List.of(
                binaries.daemon().toString(),
                "--no-defaults",
                "--basedir=" + binaries.share().getParent(),
                "--datadir=" + folder.data(),
                "--tmpdir=" + folder.scratch(),
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

    /** Whether a process is the server itself. */
    boolean runsIn(ProcessHandle handle) {
        return handle.info()
                .command()
                .filter(binaries.daemon().toString()::equals)
                .isPresent();
    }

    static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
