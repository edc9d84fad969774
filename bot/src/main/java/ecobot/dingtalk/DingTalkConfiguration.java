package ecobot.dingtalk;

import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What is made rather than found. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DingTalkSettings.class)
class DingTalkConfiguration {

    @Bean
    @Conditional(WithCredentials.class)
    DingTalkAccess configuredAccess(DingTalkSettings settings) {
        return ConfiguredAccess.of(settings);
    }

    /** Follows no redirect: an address that the platform names is the only one that is asked. */
    @Bean
    HttpClient dingTalkHttpClient(DingTalkSettings settings) {
        return HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }
}
