package ecobot.dingtalk;

import ecobot.TryIt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What is made rather than found. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DingTalkSettings.class)
class DingTalkConfiguration {

    @Bean
    @Conditional(TryIt.WithCredentials.class)
    DingTalkAccess configuredAccess(DingTalkSettings settings) {
        return ConfiguredAccess.of(settings);
    }
}
