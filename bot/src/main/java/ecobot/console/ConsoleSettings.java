package ecobot.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code ecobot.console.*}.
 *
 * @param baseUrl under which people's phones reach this application, such as {@code https://ecobot.example.gov.cn}; null for none, and messages then
 *     have no links. In try-it mode this machine is meant when it is null
 */
@ConfigurationProperties("ecobot.console")
record ConsoleSettings(@Nullable URI baseUrl) {

    ConsoleSettings {
        if (baseUrl != null && baseUrl.toString().isBlank()) {
            baseUrl = null;
        }
        if (baseUrl != null && !(baseUrl.isAbsolute() && baseUrl.getHost() != null)) {
            throw new IllegalArgumentException("ecobot.console.base-url must be like https://ecobot.example.gov.cn");
        }
    }
}
