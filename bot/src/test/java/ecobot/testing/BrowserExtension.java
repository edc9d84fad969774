package ecobot.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link Browser} does. The condition is asked before the application is started. */
class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Logger log = LoggerFactory.getLogger(BrowserExtension.class);
    private static final Namespace HERE = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return missing()
                .map(what -> unable(what, context))
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ChromeDriver.class;
    }

    @Override
    public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class)
                .driver();
    }

    private static Optional<String> missing() {
        if (Chromium.browser().isEmpty()) {
            return Optional.of("chromium");
        }
        return Chromium.driverProgram().isEmpty() ? Optional.of("chromedriver") : Optional.empty();
    }

    private static ConditionEvaluationResult unable(String what, ExtensionContext context) {
        if ("true".equals(System.getenv("CI"))) {
            throw new ExtensionConfigurationException("CI has to run the browser tests, but there is no " + what);
        }
        log.warn("{} is skipped: there is no {} on the path", context.getDisplayName(), what);
        return ConditionEvaluationResult.disabled("there is no " + what);
    }
}
