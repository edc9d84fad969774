package ecobot.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server's program needs of the machine. */
final class SharedLibraries {

    private static final Pattern MISSING = Pattern.compile("error while loading shared libraries: (\\S+?):");

    private SharedLibraries() {}

    /**
     * Runs the program once, for its version only.
     *
     * @throws CannotStart with the package to install when the machine lacks a library
     */
    static void require(Path daemon) {
        Matcher missing = MISSING.matcher(versionSaidBy(daemon));
        if (missing.find()) {
            throw new CannotStart(
                    "the database needs the shared library " + missing.group(1) + ", which this machine lacks",
                    "on Debian and Ubuntu: apt-get install " + packageOf(missing.group(1))
                            + "; or name a database by SPRING_DATASOURCE_URL");
        }
    }

    private static String versionSaidBy(Path daemon) {
        try {
            var tried = new ProcessBuilder(daemon.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotStart(
                    "the database's program cannot be run (" + e.getMessage() + ")",
                    "delete the folder it was unpacked to and start again, or name a database by SPRING_DATASOURCE_URL",
                    e);
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
}
