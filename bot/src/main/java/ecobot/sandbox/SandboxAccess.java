package ecobot.sandbox;

import ecobot.dingtalk.DingTalkAccess;
import java.net.URI;
import org.springframework.core.env.Environment;

/** Points the bot at this very application. The addresses can be read once the web server has its port. */
final class SandboxAccess implements DingTalkAccess {

    private final Environment environment;

    SandboxAccess(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String clientId() {
        return Apps.BOT;
    }

    @Override
    public String clientSecret() {
        return Apps.BOT_SECRET;
    }

    @Override
    public String robotCode() {
        return Apps.BOT;
    }

    @Override
    public URI apiBase() {
        return base();
    }

    @Override
    public URI oapiBase() {
        return base();
    }

    private URI base() {
        var port = environment.getRequiredProperty("local.server.port");
        // A certificate is made out to a name, not to an address.
        return URI.create(isSecure() ? "https://localhost:" + port : "http://127.0.0.1:" + port);
    }

    private boolean isSecure() {
        return environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.bundle");
    }
}
