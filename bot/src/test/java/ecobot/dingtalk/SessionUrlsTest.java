package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionUrlsTest {

    private final SessionUrls production =
            new SessionUrls(PlatformFixture.access(URI.create("https://oapi.dingtalk.com")));
    private final SessionUrls tryIt = new SessionUrls(PlatformFixture.access(URI.create("http://127.0.0.1:8080")));

    @Test
    void the_platforms_own_address_is_taken() {
        assertThat(production.accept("https://oapi.dingtalk.com/robot/sendBySession?session=x"))
                .isPresent();
        assertThat(tryIt.accept("http://127.0.0.1:8080/robot/sendBySession?session=x"))
                .isPresent();
    }

    @Test
    void none_of_three_hundred_hostile_addresses_is_taken() {
        List<String> hostile = hostile();

        assertThat(hostile).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(hostile).allSatisfy(url -> {
            assertThat(production.accept(url)).isEmpty();
            assertThat(tryIt.accept(url)).isEmpty();
        });
    }

    /** Other schemes, hosts, spellings of this machine, user info, ports, white space, look-alikes. */
    static List<String> hostile() {
        String[] hosts = {
            "evil.example",
            "127.0.0.1",
            "localhost",
            "[::1]",
            "0.0.0.0",
            "10.0.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "2130706433",
            "0x7f000001",
            "017700000001",
            "127.1",
            "[::ffff:127.0.0.1]",
            "[fd00::1]",
            "oapi.dingtalk.com.evil.example",
            "evil-oapi.dingtalk.com",
            "oapi.dingtalk.com.",
            "oapi.dingtalk.co",
            "oapi.dinqtalk.com",
            "oapi\u3002dingtalk\u3002com",
            "oapi.dingtalk.com%2eevil.example",
            "OAPI.dingtalk.com",
            "oapi.d\u0456ngtalk.com",
            "api.dingtalk.com",
            "dingtalk.com",
            "oapi.dingtalk.com:444",
            "oapi.dingtalk.com:80",
            "oapi.dingtalk.com@evil.example",
            "evil.example#@oapi.dingtalk.com",
            "user@oapi.dingtalk.com",
            "user:pass@oapi.dingtalk.com",
            "oapi.dingtalk.com\\@evil.example",
            "evil.example\\oapi.dingtalk.com",
            "oapi.dingtalk.com:443@evil.example",
            "oapi.dingtalk.com:8443",
            "127.0.0.1:8081",
            "127.0.0.1:8080@evil.example"
        };
        String[] schemes = {"https", "http", "HTTPS", "ftp", "file", "jar:https", "gopher", "ws", ""};
        List<String> urls = new ArrayList<>();
        for (String scheme : schemes) {
            for (String host : hosts) {
                urls.add((scheme.isEmpty() ? "" : scheme + ":") + "//" + host + "/robot/sendBySession?session=x");
            }
        }
        urls.add("https:oapi.dingtalk.com");
        urls.add("https:///oapi.dingtalk.com/");
        urls.add("https://oapi.dingtalk.com /");
        urls.add(" https://oapi.dingtalk.com/");
        urls.add("https://oapi.dingtalk.com/\r\nHost: evil.example");
        urls.add("https://oapi.dingtalk.com/#fragment");
        urls.add("http://oapi.dingtalk.com/robot/sendBySession");
        urls.add("https://oapi.dingtalk.com/" + "x".repeat(3000));
        urls.add("");
        return urls;
    }
}
