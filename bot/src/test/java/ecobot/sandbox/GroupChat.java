package ecobot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.core.io.ClassPathResource;

/** The page in the hands of a person. */
final class GroupChat {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final ChromeDriver driver;
    private final String address;

    GroupChat(ChromeDriver driver, int port) {
        this.driver = driver;
        this.address = "http://127.0.0.1:" + port + "/sandbox";
    }

    /** Opens the page like somebody who has never been here. */
    GroupChat firstVisit() {
        online(true);
        driver.get(address + "/page/leaf.svg");
        driver.executeScript("localStorage.clear(); sessionStorage.clear()");
        driver.get(address);
        until(() -> !find(".clock-time").getText().isEmpty());
        return this;
    }

    /** Becomes a person by way of the chooser. */
    GroupChat as(String staffId) {
        driver.executeScript("document.querySelector('.me-button').click()");
        tap(".person-line[data-staff-id='" + staffId + "']");
        until(() -> !driver.findElements(By.cssSelector(".conversation")).isEmpty());
        return this;
    }

    GroupChat open(String conversation) {
        until(() -> !driver.findElements(By.cssSelector(line(conversation))).isEmpty());
        tap(line(conversation));
        return this;
    }

    static String line(String conversation) {
        return ".conversation[data-id='" + conversation + "']";
    }

    GroupChat write(String text) {
        find("#box").sendKeys(text);
        return this;
    }

    /** Types into the search field of the chooser. */
    GroupChat search(String words) {
        until(() -> find(".search").isDisplayed());
        find(".search").sendKeys(words);
        return this;
    }

    /** Sends what is in the box. */
    void send() {
        press(Keys.ENTER);
    }

    void press(CharSequence... keys) {
        once(() -> driver.switchTo().activeElement().sendKeys(keys));
    }

    void attach(Path file) {
        driver.findElement(By.cssSelector(".photo-input"))
                .sendKeys(file.toAbsolutePath().toString());
        until(() -> !driver.findElements(By.cssSelector(".waiting img")).isEmpty());
    }

    GroupChat tap(String selector) {
        until(() -> find(selector).isDisplayed());
        once(() -> find(selector).click());
        return this;
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Texts of the messages by one kind of sender: {@code .mine}, {@code .robot}; all at one moment, for the page draws them anew. */
    @SuppressWarnings("unchecked")
    List<String> said(String who) {
        return (List<String>) run(
                "return [...document.querySelectorAll(arguments[0])].map(bubble => bubble.innerText.trim())",
                "article.message" + who + ":not(.pending) .bubble");
    }

    void awaitSaid(String who, String words) {
        Awaitility.await(who + " says " + words)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> said(who), texts -> texts.stream().anyMatch(text -> text.contains(words)));
    }

    /** Does what may find that the page has just drawn its element anew: then nothing was done, and it is tried again. */
    private void once(Runnable deed) {
        until(() -> {
            deed.run();
            return true;
        });
    }

    void until(java.util.concurrent.Callable<Boolean> fact) {
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(fact);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    boolean scrollsSideways() {
        return (boolean) run(
                "return document.scrollingElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth");
    }

    /** A phone held upright; {@link #desk} is the opposite. */
    GroupChat phone(int width) {
        return size(Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", true));
    }

    GroupChat desk() {
        return size(Map.of("width", 1280, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    private GroupChat size(Map<String, Object> metrics) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
        return this;
    }

    GroupChat dark(boolean dark) {
        var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
        return this;
    }

    /** Plugs the network cable in, or pulls it. */
    void online(boolean online) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** What a checker finds that keeps people out: rule and element, serious and worse. */
    @SuppressWarnings("unchecked")
    List<String> barriers() {
        driver.executeScript(axe());
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run({resultTypes: ['violations']}).then(({violations}) => done(violations
                    .filter(({impact}) => impact === 'serious' || impact === 'critical')
                    .flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id} ${target} ${failureSummary}`))));
                """);
    }

    /** Keeps a picture of the page for whoever wants to see it: {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(
                    SCREENSHOTS.resolve(name + ".png"),
                    Base64.getDecoder().decode(driver.getScreenshotAs(OutputType.BASE64)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try {
            return new ClassPathResource(AXE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
