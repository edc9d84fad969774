package ecobot.sandbox;

import ecobot.dingtalk.CustomRobotKey;
import ecobot.dingtalk.DingTalkAccess;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Points the bot at this very application. The addresses can be read once the web server has its port. */
final class SandboxAccess implements DingTalkAccess {

    private final Environment environment;
    private final People people;

    SandboxAccess(Environment environment, People people) {
        this.environment = environment;
        this.people = people;
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

    @Override
    public Optional<CustomRobotKey> customRobot(String name) {
        return people.groups().stream()
                .filter(group -> group.customRobot().equals(name))
                .map(group -> new CustomRobotKey(group.robotToken(), group.robotSecret()))
                .findFirst();
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
