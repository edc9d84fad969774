package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class ConfiguredAccessTest {

    private static ConfiguredAccess access(String... more) {
        String[] pairs = new String[more.length + 4];
        System.arraycopy(new String[] {"client-id", "id", "client-secret", "s"}, 0, pairs, 0, 4);
        System.arraycopy(more, 0, pairs, 4, more.length);
        return ConfiguredAccess.of(PlatformFixture.settings(pairs));
    }

    @Test
    void robot_is_the_client_unless_it_is_named() {
        assertThat(access().robotCode()).isEqualTo("id");
        assertThat(access("robot-code", "r").robotCode()).isEqualTo("r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.dingtalk.com",
                "ftp://api.dingtalk.com",
                "api.dingtalk.com",
                "http://127.0.0.1.evil.example"
            })
    void plain_http_is_for_this_machine_only(String base) {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> access("api-base", base))
                .withMessageContaining("ecobot.dingtalk.api-base");
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> access("oapi-base", base));
        assertThat(access("api-base", "http://127.0.0.1:9000").apiBase().getPort())
                .isEqualTo(9000);
    }

    @Test
    void client_without_its_secret_is_refused() {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> ConfiguredAccess.of(PlatformFixture.settings("client-id", "id")))
                .withMessageContaining("client-secret");
    }
}
