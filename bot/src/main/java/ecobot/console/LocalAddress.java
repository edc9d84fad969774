package ecobot.console;

import ecobot.TryIt;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this application is on this machine, once its web server has a port. */
@TryIt
@Component
class LocalAddress {

    private final Environment environment;

    LocalAddress(Environment environment) {
        this.environment = environment;
    }

    Optional<URI> base() {
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create("http://localhost:" + port));
    }
}
