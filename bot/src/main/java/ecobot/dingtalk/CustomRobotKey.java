package ecobot.dingtalk;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What opens a custom robot. Both are secrets.
 *
 * @param accessToken the part of its webhook address behind {@code access_token=}
 * @param secret begins with {@code SEC}; empty when the robot is secured by key words or addresses instead
 */
public record CustomRobotKey(
        @NotBlank String accessToken, @DefaultValue("") String secret) {

    /** A name without what an environment variable cannot carry. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    @Override
    public String toString() {
        return "CustomRobotKey[signed=" + !secret.isEmpty() + "]";
    }
}
