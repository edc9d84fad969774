package ecobot.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a headless browser: a parameter of type {@link org.openqa.selenium.chrome.ChromeDriver}, one browser for the JVM.
 * On a machine without chromium or chromedriver the class is skipped, and one line says why; in CI ({@code CI=true}) it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
public @interface Browser {}
