package ecobot.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The application in a JVM of its own, so that it can be killed. Its database is a schema of this JVM's server and outlives it; so does its folder.
 */
public final class ChildApplication implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("EcoBot is ready.*?(\\d+)");

    private final Process process;
    private final Path output;
    private final int port;

    private ChildApplication(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.port = awaitReady();
    }

    /** Starts it and waits until it says that it is ready. */
    public static ChildApplication start(TestDatabase.Schema schema, Path folder, Map<String, String> settings) {
        return start("ecobot.EcoBot", schema, folder, settings);
    }

    /** Starts it by a main class of the test's own, which adds to it. */
    public static ChildApplication start(
            String mainClass, TestDatabase.Schema schema, Path folder, Map<String, String> settings) {
        try {
            Files.createDirectories(folder);
            var output = Files.createTempFile(folder, "output", ".log");
            return new ChildApplication(launch(mainClass, schema, folder, settings, output), output);
        } catch (IOException e) {
            throw new IllegalStateException("the application could not be started", e);
        }
    }

    private static Process launch(
            String mainClass, TestDatabase.Schema schema, Path folder, Map<String, String> settings, Path output)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                mainClass,
                "--server.port=0",
                "--ecobot.folder=" + folder,
                "--spring.datasource.url=" + schema.url(),
                "--spring.datasource.username=" + schema.user()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", schema.password());
        return builder.start();
    }

    private int awaitReady() {
        return Awaitility.await("ready line")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .failFast("the application ended: " + output, () -> !process.isAlive())
                .until(this::portSaid, said -> said > 0);
    }

    private int portSaid() throws IOException {
        var ready = READY.matcher(output());
        return ready.find() ? Integer.parseInt(ready.group(1)) : 0;
    }

    /** What it has written so far. */
    public String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Where it listens. */
    public String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Kills it as {@code kill -9} does: nothing in it gets a chance to finish. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it in the middle of whatever it does, as {@code kill -STOP} does, until it {@link #goesOn}. */
    public void stops() {
        signal("-STOP");
    }

    public void goesOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
