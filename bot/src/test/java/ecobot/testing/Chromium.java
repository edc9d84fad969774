package ecobot.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

/** A headless browser with an empty profile, which asks the network for nothing by itself. Browser and driver are those of the machine. */
record Chromium(ChromeDriver driver, Path profile) implements AutoCloseable {

    private static final String[] QUIETLY = {
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--window-size=1280,800"
    };

    /** Selenium warns of every browser that is newer than itself; what it would add is not used here. Held, since loggers are held weakly. */
    private static final List<Logger> TOO_CAREFUL =
            List.of(Logger.getLogger("org.openqa.selenium.devtools"), Logger.getLogger("org.openqa.selenium.chromium"));

    /** Naming both programs keeps Selenium from looking for, and fetching, others. */
    static Chromium start() {
        TOO_CAREFUL.forEach(logger -> logger.setLevel(Level.SEVERE));
        var profile = emptyFolder();
        var options = new ChromeOptions()
                .setBinary(browser().orElseThrow())
                .addArguments(QUIETLY)
                .addArguments("--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram().orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options), profile);
    }

    static Optional<File> browser() {
        return onPath("chromium").or(() -> onPath("chromium-browser")).or(() -> onPath("google-chrome"));
    }

    static Optional<File> driverProgram() {
        return onPath("chromedriver");
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        // A process of the browser that is about to end may still write into it.
        FileSystemUtils.deleteRecursively(profile.toFile());
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("ecobot-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
