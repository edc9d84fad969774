package ecobot;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in one line where to go once everything runs. Past the log, so that it is seen whatever the log is set to. */
@Component
class ReadyLine {

    private final Environment environment;

    ReadyLine(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        var port = environment.getProperty("local.server.port");
        System.out.println(
                TryIt.WithoutCredentials.holdsIn(environment)
                        ? "EcoBot is ready: http://localhost:" + port + "/sandbox"
                        : "EcoBot is ready on port " + port);
    }
}
