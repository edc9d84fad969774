package ecobot.dingtalk;

import java.net.URI;
import java.util.Optional;

/**
 * Where the platform is, and who the bot is there. From configuration in production; in try-it mode the sandbox provides one that
 * points at this very application, which is why it is read late.
 */
public interface DingTalkAccess {

    String clientId();

    String clientSecret();

    /** Often the same as the client id, but not always. */
    String robotCode();

    /** Base of the new API, {@code https://api.dingtalk.com}. Plain http only on loopback. */
    URI apiBase();

    /** Base of the legacy API, {@code https://oapi.dingtalk.com}. Plain http only on loopback. */
    URI oapiBase();

    /** What opens the custom robot of this name; case and marks in the name do not count. */
    default Optional<CustomRobotKey> customRobot(String name) {
        return Optional.empty();
    }
}
