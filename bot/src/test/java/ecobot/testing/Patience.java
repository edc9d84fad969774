package ecobot.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What tests wait for may take long on a machine that does other things beside: waiting costs nothing when it is there. A claim about
 * a row, a file or an answer that is not there yet throws where another one fails; both wait. What threads of another test's
 * application throw is theirs. Found by JUnit itself.
 */
public final class Patience implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        Awaitility.ignoreExceptionsByDefault();
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
