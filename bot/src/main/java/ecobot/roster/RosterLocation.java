package ecobot.roster;

import ecobot.TryIt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * Where the roster file is.
 *
 * @param resource a Spring resource location; empty when there is no file
 */
record RosterLocation(String resource) {

    @Configuration(proxyBeanMethods = false)
    static class Choice {

        @Bean
        @TryIt
        RosterLocation demonstration(@Value("${ecobot.roster.file}") String configured) {
            return new RosterLocation(
                    StringUtils.hasText(configured) ? configured : "classpath:templates/sandbox/people.yml");
        }

        @Bean
        @ConditionalOnMissingBean
        RosterLocation configured(@Value("${ecobot.roster.file}") String configured) {
            return new RosterLocation(configured);
        }
    }
}
