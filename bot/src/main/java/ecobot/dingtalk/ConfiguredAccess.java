package ecobot.dingtalk;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/** The access that an operator configured. Refuses to start on what could never work or would send the secret in clear text. */
record ConfiguredAccess(
        String clientId,
        String clientSecret,
        String robotCode,
        URI apiBase,
        URI oapiBase,
        Map<String, CustomRobotKey> customRobots)
        implements DingTalkAccess {

    private static final String PREFIX = "ecobot.dingtalk.";

    ConfiguredAccess {
        if (!StringUtils.hasText(clientSecret)) {
            throw new InvalidConfigurationPropertyValueException(
                    PREFIX + "client-secret", "", "DINGTALK_CLIENT_ID is set, so DINGTALK_CLIENT_SECRET is needed too");
        }
        requireHttps("api-base", apiBase);
        requireHttps("oapi-base", oapiBase);
    }

    static ConfiguredAccess of(DingTalkSettings settings) {
        String robot = StringUtils.hasText(settings.robotCode()) ? settings.robotCode() : settings.clientId();
        return new ConfiguredAccess(
                settings.clientId(),
                settings.clientSecret(),
                robot,
                settings.apiBase(),
                settings.oapiBase(),
                settings.customRobots());
    }

    @Override
    public Optional<CustomRobotKey> customRobot(String name) {
        return customRobots.entrySet().stream()
                .filter(robot -> CustomRobotKey.folded(robot.getKey()).equals(CustomRobotKey.folded(name)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void requireHttps(String name, URI base) {
        boolean secure = "https".equals(base.getScheme()) && base.getHost() != null;
        boolean local = "http".equals(base.getScheme()) && Loopback.is(base);
        if (!secure && !local) {
            throw new InvalidConfigurationPropertyValueException(
                    PREFIX + name, base, "must be https; plain http is for loopback only");
        }
    }

    @Override
    public String toString() {
        return "ConfiguredAccess[clientId=" + clientId + ", apiBase=" + apiBase + "]";
    }
}
